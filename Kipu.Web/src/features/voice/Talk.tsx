import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft, Mic, MicOff, SendHorizontal, X } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { useKeys } from '@/ui/useKeys'
import { Cord } from './Cord'
import { type Conversation, type Line, silent } from './conversation'
import { VoiceSession } from './session'

const titleQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recording(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/{id}', { params: { path: { id } }, signal })),
  })

const never = () => () => {}

/** A conversation with a recording, spoken or written. Sound starts on a click: browsers ask for one. */
export function Talk({ recordingId, question }: { recordingId: string; question: string | null }) {
  const t = useWords()
  const navigate = useNavigate()
  const { data: recording } = useQuery(titleQuery(recordingId))
  const [session, setSession] = useState<VoiceSession | null>(null)
  const state = useSyncExternalStore(session?.subscribe ?? never, session?.snapshot ?? (() => silent))
  const start = useMutation({
    mutationFn: (asked: string | null) => {
      const next = new VoiceSession(recordingId)
      setSession(next)
      return next.start(asked)
    },
  })
  useEffect(() => () => session?.end(null), [session])

  // A question written on the recording's page was the click: it goes on by itself.
  const asked = useRef(false)
  useEffect(() => {
    if (!question || asked.current) return
    asked.current = true
    start.mutate(question)
  }, [question, start.mutate])

  const live = state.phase !== 'idle' && state.phase !== 'ended'
  useKeys({
    m: () => live && session?.toggleMute(),
    Escape: () => (live ? session?.end(null) : navigate({ to: '/recordings/$id', params: { id: recordingId } })),
  })
  const title = recording?.title ?? ''
  return (
    <div className="voice-page no-tabbar" data-voice={state.phase}>
      <Link to="/recordings/$id" params={{ id: recordingId }} className="crumb">
        <ChevronLeft className="icon" strokeWidth={1.5} aria-hidden />
        {t.common.back}
      </Link>
      <Heading title={t.voice.title(title)} className="text-center">
        {title}
      </Heading>
      <div className="voice-stage">
        <Cord levels={session?.levels ?? null} />
        <Told state={state} session={session} />
        {start.error && <ErrorPanel error={start.error} />}
        {!live && (
          <Button look="accent" busy={start.isPending} onClick={() => start.mutate(null)}>
            <Mic className="icon" strokeWidth={1.5} aria-hidden />
            {state.phase === 'ended' ? t.voice.again : t.voice.start}
          </Button>
        )}
      </div>
      <Lines lines={state.lines} />
      {live && session && <Controls session={session} ready={state.phase !== 'connecting' && state.phase !== 'reconnecting'} />}
    </div>
  )
}

function Told({ state, session }: { state: Conversation; session: VoiceSession | null }) {
  const t = useWords()
  if (state.phase === 'idle') return <p className="max-w-[46ch] text-center text-ink-2">{t.voice.startText}</p>
  const told = state.phase === 'listening' && session?.muted ? t.voice.muted : t.voice[state.phase]
  const why =
    state.phase === 'ended' && state.endedBy !== null && state.endedBy !== 1000 ? (t.voice.closed[state.endedBy] ?? t.voice.cut) : null
  return (
    <div className="grid justify-items-center gap-1 text-center" role="status">
      <p className="voice-state">{told}</p>
      {why && <p className="text-ink-2">{why}</p>}
      {session && !session.hasMicrophone && <p className="text-ink-2">{t.voice.noMicrophone}</p>}
    </div>
  )
}

function Lines({ lines }: { lines: Line[] }) {
  const t = useWords()
  const end = useRef<HTMLDivElement>(null)
  const count = lines.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is what scrolls.
  useEffect(() => {
    // In braces: browsers return a promise from scrolling, and React would take it for the effect's clean-up.
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard.
    <section className="voice-text" aria-label={t.voice.transcript} tabIndex={0}>
      {lines.length === 0 && <p className="text-center text-ink-3">{t.voice.empty}</p>}
      {lines.map((line) => (
        <div key={line.id} className="voice-turn" data-role={line.role}>
          {line.role === 'tool' ? (
            <p>{t.voice.tool[line.status]}</p>
          ) : (
            <>
              <b>{line.role === 'user' ? t.voice.you : t.voice.agent}</b>
              <p>{line.text}</p>
            </>
          )}
        </div>
      ))}
      <div ref={end} />
    </section>
  )
}

function Controls({ session, ready }: { session: VoiceSession; ready: boolean }) {
  const t = useWords()
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim() || !ready) return
    session.say(text.trim())
    setText('')
  }
  return (
    <div className="voice-foot">
      <form className="ask" onSubmit={send}>
        <input
          aria-label={t.voice.textLabel}
          placeholder={t.voice.textPlaceholder}
          maxLength={2000}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" look="accent" icon aria-label={t.voice.send} disabled={!ready || !text.trim()}>
          <SendHorizontal className="icon" strokeWidth={1.5} aria-hidden />
        </Button>
      </form>
      {session.hasMicrophone && (
        <Button className="self-center" aria-pressed={session.muted} onClick={session.toggleMute} title={`${t.voice.mute} (M)`}>
          {session.muted ? (
            <MicOff className="icon" strokeWidth={1.5} aria-hidden />
          ) : (
            <Mic className="icon" strokeWidth={1.5} aria-hidden />
          )}
          {session.muted ? t.voice.unmute : t.voice.mute}
        </Button>
      )}
      <Button className="self-center" onClick={() => session.end(null)} title={`${t.voice.end} (Esc)`}>
        <X className="icon" strokeWidth={1.5} aria-hidden />
        {t.voice.end}
      </Button>
    </div>
  )
}

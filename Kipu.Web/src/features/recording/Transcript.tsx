import { ArrowDown, Search } from 'lucide-react'
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { Turn } from '@/api/types'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { KnotIcon } from '@/ui/icons'
import { hitsIn } from './find'
import { type Gap, turnAt, type Voice } from './model'
import { type Player, usePlayer } from './player'
import { useFollow } from './useFollow'

type Props = {
  player: Player
  turns: Turn[]
  voices: Voice[]
  gaps: Gap[]
  knots: Map<string, ('decision' | 'task')[]>
  language: string | null
  column: RefObject<HTMLElement | null>
  search: RefObject<HTMLInputElement | null>
}

const UNSURE = 0.6

/** What was said. Off-screen turns cost no layout (content-visibility), and the browser's own search still finds them. */
export function Transcript({ player, turns, voices, gaps, knots, language, column, search }: Props) {
  const t = useWords()
  const now = usePlayer(player, (it) => turnAt(turns, it.seconds))
  const { following, follow } = useFollow(column, now)
  const [words, setWords] = useState('')
  const found = useMemo(() => turns.map((turn) => hitsIn(turn.text, words)), [turns, words])
  const voice = useMemo(() => new Map(voices.map((one) => [one.id, one])), [voices])
  const play = useRef((seconds: number) => {
    player.seek(seconds)
    if (!player.playing) player.toggle()
  })
  return (
    <>
      <div className="talk-head">
        <h2>{t.recording.transcript}</h2>
        <FindHere words={words} onChange={setWords} found={found} input={search} column={column} />
      </div>
      <ol className="segs" lang={language ?? undefined}>
        {turns.map((turn, index) => (
          <Segment
            key={turn.segmentId}
            turn={turn}
            index={index}
            name={turns[index - 1]?.speakerId === turn.speakerId ? null : (voice.get(turn.speakerId)?.name ?? turn.speaker)}
            colour={voice.get(turn.speakerId)?.colour ?? 'var(--color-ink-2)'}
            isNow={index === now}
            hits={found[index] ?? NONE}
            knots={knots.get(turn.segmentId) ?? NO_KNOTS}
            gap={gaps.find((one) => one.from <= turn.startSeconds && one.from >= (turns[index - 1]?.startSeconds ?? 0)) ?? null}
            onPlay={play.current}
          />
        ))}
        {gaps
          .filter((gap) => gap.from > (turns.at(-1)?.startSeconds ?? 0))
          .map((gap) => (
            <GapRow key={gap.from} gap={gap} />
          ))}
      </ol>
      {!following && (
        <div className="follow">
          <Button onClick={follow}>
            <ArrowDown className="icon" strokeWidth={1.5} aria-hidden />
            {t.recording.follow}
          </Button>
        </div>
      )}
    </>
  )
}

const NONE: [number, number][] = []
const NO_KNOTS: ('decision' | 'task')[] = []

type SegmentProps = {
  turn: Turn
  index: number
  name: string | null
  colour: string
  isNow: boolean
  hits: [number, number][]
  knots: ('decision' | 'task')[]
  gap: Gap | null
  onPlay: (seconds: number) => void
}

const Segment = memo(function Segment({ turn, index, name, colour, isNow, hits, knots, gap, onPlay }: SegmentProps) {
  const t = useWords()
  const unsure = turn.confidence !== null && turn.confidence < UNSURE
  return (
    <>
      {gap && <GapRow gap={gap} />}
      <li className="seg" style={{ '--c': colour }} data-segment={index} data-now={isNow} aria-current={isNow || undefined}>
        {name && <span className="who">{name}</span>}
        <button
          type="button"
          className="seg-time"
          aria-label={t.recording.goTo(clock(turn.startSeconds))}
          onClick={() => onPlay(turn.startSeconds)}
        >
          {clock(turn.startSeconds)}
        </button>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the time beside it is the button for the keyboard. */}
        <p data-unsure={unsure} title={unsure ? t.recording.unsure : undefined} onClick={() => onPlay(turn.startSeconds)}>
          <Marked text={turn.text} hits={hits} />
        </p>
        {knots.map((kind) => (
          <span key={kind} className="note">
            <KnotIcon kind={kind} />
            {t.recording[kind]}
          </span>
        ))}
      </li>
    </>
  )
})

function Marked({ text, hits }: { text: string; hits: [number, number][] }) {
  if (hits.length === 0) return text
  const parts = []
  let done = 0
  for (const [start, length] of hits) {
    parts.push(text.slice(done, start), <mark key={start}>{text.slice(start, start + length)}</mark>)
    done = start + length
  }
  return [...parts, text.slice(done)]
}

function GapRow({ gap }: { gap: Gap }) {
  const t = useWords()
  return <li className="gap">{t.recording.gap(gap.to - gap.from, gap.from, t.recording.gapReasons[gap.state])}</li>
}

type FindProps = {
  words: string
  onChange: (words: string) => void
  found: [number, number][][]
  input: RefObject<HTMLInputElement | null>
  column: RefObject<HTMLElement | null>
}

/** Enter goes to the next hit, Shift Enter to the one before. */
function FindHere({ words, onChange, found, input, column }: FindProps) {
  const t = useWords()
  const [at, setAt] = useState(0)
  const segments = useMemo(() => found.flatMap((hits, index) => hits.map(() => index)), [found])
  const show = (next: number) => {
    if (segments.length === 0) return
    const wrapped = (next + segments.length) % segments.length
    setAt(wrapped)
    column.current?.querySelector(`[data-segment="${segments[wrapped]}"]`)?.scrollIntoView({ block: 'center' })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other words begin at the first hit again.
  useEffect(() => show(0), [words])
  return (
    <div className="find-small">
      <Search className="icon" strokeWidth={1.5} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={t.recording.findLabel}
        placeholder={t.recording.findHere}
        value={words}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') show(at + (event.shiftKey ? -1 : 1))
          if (event.key === 'Escape') onChange('')
        }}
      />
      <span className="num" role="status">
        {words.trim().length >= 2 && (segments.length > 0 ? t.recording.hits(at + 1, segments.length) : t.recording.noHits)}
      </span>
    </div>
  )
}

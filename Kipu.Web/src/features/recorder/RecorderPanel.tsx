import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { keys } from '@/api/keys'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { useKeys } from '@/ui/useKeys'
import { useFailureText } from './failure'
import { LevelMeter } from './LevelMeter'
import { Marks } from './Marks'
import { isActive, type RecorderState } from './machine'
import { finish, mark, toggle, useMarks, useRecorder } from './recorder'
import { useRecordedTime } from './useRecordedTime'

export function RecorderPanel() {
  const t = useWords()
  const state = useRecorder()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { phase } = state
  const end = async () => {
    const id = await finish()
    if (!id) return
    client.invalidateQueries({ queryKey: keys.recordings })
    navigate({ to: '/recordings/$id', params: { id } })
  }
  const marks = useMarks()
  const marking = useRef<HTMLButtonElement>(null)
  const [noted, setNoted] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const field = useRef<HTMLInputElement>(null)
  /** The moment counts: the note's field is there at once, but takes neither the focus nor the next key. */
  const markNow = () => {
    const made = mark()
    if (made) setNoted(made.id)
    setSaid(made ? t.markers.markedHere(clock(made.atSeconds)) : t.markers.full)
  }
  const note = (id = marks.at(-1)?.id ?? null) => {
    // The field is there before it gets the focus.
    flushSync(() => setNoted(id))
    field.current?.focus()
  }
  useKeys(isActive(state) ? { ' ': toggle, m: markNow, n: () => note() } : {})
  return (
    <section className="card recorder" data-recorder={phase}>
      <p className="recorder-state" data-on={phase === 'recording'}>
        <span className={phase === 'recording' ? 'dot pulse' : 'dot opacity-40'} aria-hidden="true" />
        {phase === 'finishing' ? t.record.finishing : phase === 'paused' ? t.record.paused : t.record.recording}
      </p>
      <Clock />
      <LevelMeter />
      <div className="controls">
        <Button onClick={toggle} disabled={phase === 'finishing'}>
          {phase === 'paused' ? t.record.resume : t.record.pause}
        </Button>
        <Button ref={marking} onClick={markNow} disabled={phase === 'finishing'}>
          {t.markers.mark}
          <kbd className="key" aria-hidden="true">
            M
          </kbd>
        </Button>
        <Button look="primary" onClick={end} busy={phase === 'finishing'}>
          {phase === 'finishing' ? t.record.finishing : t.record.finish}
        </Button>
      </div>
      <Truth state={state} />
      <Notice state={state} />
      <p className="sr-only" role="status">
        {said}
      </p>
      <Marks
        marks={marks}
        noted={noted}
        fixed={!isActive(state)}
        field={field}
        back={marking}
        onNote={note}
        onClose={() => setNoted(null)}
      />
    </section>
  )
}

function Clock() {
  const t = useWords()
  const seconds = useRecordedTime()
  return (
    <p className="time" role="timer" aria-label={t.record.time(seconds)}>
      {clock(seconds)}
    </p>
  )
}

/** One line that is true: where every second of the recording is by now. */
function Truth({ state }: { state: RecorderState }) {
  const t = useWords()
  const unsent = Math.round((state.savedMs - state.sentMs) / 1000)
  const text = state.offline ? `${t.record.offline} ${t.record.toSend(unsent)}` : unsent <= 0 ? t.record.allSaved : t.record.toSend(unsent)
  return <p className="truth">{text}</p>
}

function Notice({ state }: { state: RecorderState }) {
  const t = useWords()
  const text = useFailureText()
  const { notice, refusal } = state
  const words = { silence: t.record.silence, switched: t.record.switched, lost: t.record.lost, broken: t.record.broken }
  const stopped = notice === 'lost' || notice === 'broken'
  return (
    // Interrupts a screen reader only when the recording stopped by itself.
    <div aria-live={stopped ? 'assertive' : 'polite'} className="w-full">
      {notice && (
        <p className="band justify-center" data-tone={stopped ? 'rec' : 'warn'}>
          {words[notice]}
        </p>
      )}
      {refusal && (
        <p className="band justify-center" data-tone="warn">
          {text(refusal)} {t.record.nothingLost}
        </p>
      )}
    </div>
  )
}

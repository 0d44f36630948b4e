import { Pencil } from 'lucide-react'
import { memo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Turn } from '@/api/types'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { KnotIcon } from '@/ui/icons'
import type { Gap } from './model'
import { SegmentEditor } from './SegmentEditor'

/** What one may correct in a transcript, and who hears of it. */
export type Corrections = {
  recordingId: string
  onSpeaker: (speakerId: string) => void
  onEditing: (turn: Turn, open: boolean) => void
}

/** Below this an engine is not sure of what it wrote. */
const UNSURE = 0.6

export type SegmentProps = {
  turn: Turn
  /** Whose turn begins here; null when the same voice goes on. */
  name: string | null
  colour: string
  hits: [number, number][]
  knots: ('decision' | 'task')[]
  /** What is not there before it. */
  gaps: Gap[]
  /** Null where one only reads. */
  corrections: Corrections | null
  onPlay: (seconds: number) => void
}

export const Segment = memo(function Segment({ turn, name, colour, hits, knots, gaps, corrections, onPlay }: SegmentProps) {
  const t = useWords()
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const edit = (open: boolean) => {
    // The pencil is back before it gets the focus.
    flushSync(() => setEditing(open))
    corrections?.onEditing(turn, open)
    pencil.current?.focus()
  }
  return (
    <>
      <GapLines gaps={gaps} />
      <div className="seg" style={{ '--c': colour }} data-editing={editing}>
        {name && <Who name={name} onOpen={corrections && (() => corrections.onSpeaker(turn.speakerId))} />}
        <button
          type="button"
          className="seg-time"
          aria-label={t.recording.goTo(clock(turn.startSeconds))}
          onClick={() => onPlay(turn.startSeconds)}
        >
          {clock(turn.startSeconds)}
        </button>
        {corrections && editing ? (
          <SegmentEditor recordingId={corrections.recordingId} turn={turn} onClose={() => edit(false)} />
        ) : (
          <Words turn={turn} hits={hits} onPlay={onPlay} />
        )}
        {corrections && !editing && (
          <button
            ref={pencil}
            type="button"
            className="seg-edit"
            aria-label={t.recording.editSegment(clock(turn.startSeconds))}
            onClick={() => edit(true)}
          >
            <Pencil className="icon" strokeWidth={1.5} aria-hidden />
          </button>
        )}
        {knots.map((kind) => (
          <span key={kind} className="note">
            <KnotIcon kind={kind} />
            {t.recording[kind]}
          </span>
        ))}
      </div>
    </>
  )
})

/** Whose turn begins: where one may say who it is, the name opens that. */
function Who({ name, onOpen }: { name: string; onOpen: (() => void) | null }) {
  const t = useWords()
  if (!onOpen) return <span className="who">{name}</span>
  return (
    <button type="button" className="who" title={t.recording.editSpeaker(name)} onClick={onOpen}>
      {name}
    </button>
  )
}

function Words({ turn, hits, onPlay }: Pick<SegmentProps, 'turn' | 'hits' | 'onPlay'>) {
  const t = useWords()
  const unsure = !turn.edit && turn.confidence !== null && turn.confidence < UNSURE
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the time beside it is the button for the keyboard.
    <p data-unsure={unsure} title={unsure ? t.recording.unsure : undefined} onClick={() => onPlay(turn.startSeconds)}>
      <Marked text={turn.text} hits={hits} />
      {turn.edit && (
        <small className="corrected" lang={document.documentElement.lang} title={t.recording.heardAs(turn.edit.original ?? '')}>
          {' '}
          {t.recording.corrected}
        </small>
      )}
    </p>
  )
}

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

/** Each stretch that is not there is a row of its own: nothing is smoothed over. */
export function GapLines({ gaps }: { gaps: Gap[] }) {
  const t = useWords()
  return gaps.map(({ from, to, state }) => (
    <p key={from} className="gap" lang={document.documentElement.lang}>
      {t.recording.gap(to - from, from, t.recording.gapReasons[state])}
    </p>
  ))
}

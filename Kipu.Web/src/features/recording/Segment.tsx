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
  onEditing: (segmentId: string, open: boolean) => void
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
  gap: Gap | null
  /** Null where one only reads. */
  corrections: Corrections | null
  onPlay: (seconds: number) => void
}

export const Segment = memo(function Segment({ turn, name, colour, hits, knots, gap, corrections, onPlay }: SegmentProps) {
  const t = useWords()
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const edit = (open: boolean) => {
    // The pencil is back before it gets the focus.
    flushSync(() => setEditing(open))
    corrections?.onEditing(turn.segmentId, open)
    pencil.current?.focus()
  }
  return (
    <>
      {gap && <GapLine gap={gap} />}
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

/** A stretch that is not there is a row of its own: nothing is smoothed over. */
export function GapLine({ gap }: { gap: Gap }) {
  const t = useWords()
  return <p className="gap">{t.recording.gap(gap.to - gap.from, gap.from, t.recording.gapReasons[gap.state])}</p>
}

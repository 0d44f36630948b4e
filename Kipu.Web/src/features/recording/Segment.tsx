import { memo } from 'react'
import type { Turn } from '@/api/types'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { KnotIcon } from '@/ui/icons'
import type { Gap } from './model'

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
  onPlay: (seconds: number) => void
}

export const Segment = memo(function Segment({ turn, name, colour, hits, knots, gap, onPlay }: SegmentProps) {
  const t = useWords()
  const unsure = turn.confidence !== null && turn.confidence < UNSURE
  return (
    <>
      {gap && <GapLine gap={gap} />}
      <div className="seg" style={{ '--c': colour }}>
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
      </div>
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

/** A stretch that is not there is a row of its own: nothing is smoothed over. */
export function GapLine({ gap }: { gap: Gap }) {
  const t = useWords()
  return <p className="gap">{t.recording.gap(gap.to - gap.from, gap.from, t.recording.gapReasons[gap.state])}</p>
}

import type { RecordingSummary } from '@/api/types'
import { speakerColour } from '@/ui/Avatars'
import { strandsOf } from './cordlet'

const EMPTY = Array.from({ length: 11 }, (_, index) => 6 + index * 7.6)

export function Cordlet({ recording }: { recording: RecordingSummary }) {
  const { status, progress, speakers, decisions, openActionItems } = recording
  const strands = status === 'COMPLETED' ? strandsOf(speakers, decisions, openActionItems) : []
  const done = status === 'PROCESSING' ? Math.round((progress / 100) * EMPTY.length) : 0
  return (
    <svg className="cordlet" viewBox="0 0 88 46" fill="none" strokeLinecap="round" aria-hidden="true">
      <path d="M2 7h84" stroke={strands.length > 0 ? 'var(--color-line-2)' : 'var(--color-line)'} strokeWidth="1.6" />
      {strands.length === 0 &&
        EMPTY.map((x, index) => (
          <path
            key={x}
            d={`M${x} 7v${index < done ? 14 : 4}`}
            stroke={status === 'ERROR' ? 'var(--color-rec)' : index < done ? 'var(--color-accent)' : 'var(--color-line-2)'}
            strokeWidth="1.7"
            opacity=".75"
          />
        ))}
      {strands.map((strand) => (
        <path key={strand.x} d={`M${strand.x} 7v${strand.length}`} stroke={speakerColour(strand.speaker)} strokeWidth="1.7" opacity=".8" />
      ))}
      {strands.map(({ x, length, knot }) => {
        const y = 7 + length
        if (knot === 'decision') return <path key={x} d={`M${x} ${y - 3.4}l3.4 3.4-3.4 3.4-3.4-3.4Z`} fill="var(--color-accent)" />
        if (knot === 'task') return <rect key={x} x={x - 2.4} y={y - 2.4} width="4.8" height="4.8" rx="1.5" fill="var(--color-info)" />
        return null
      })}
    </svg>
  )
}

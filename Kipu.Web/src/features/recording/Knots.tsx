import { useMemo } from 'react'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { KnotIcon } from '@/ui/icons'
import { tie } from './knots'
import type { Knot } from './model'

type Props = { knots: Knot[]; seconds: number; width: number; onSeek: (seconds: number) => void }

export function Knots({ knots, seconds, width, onSeek }: Props) {
  const t = useWords()
  const tied = useMemo(() => tie(knots, seconds, width), [knots, seconds, width])
  return (
    <div className="knots">
      {tied.map(({ x, knots: group }) => {
        const share = x / width
        const first = group[0]
        if (!first) return null
        return (
          <button
            key={first.id}
            type="button"
            className="knot"
            style={{ '--at': `${share * 100}%` }}
            data-edge={share > 0.8 ? 'right' : share < 0.12 ? 'left' : undefined}
            aria-label={group.map((knot) => t.recording.knot(t.recording[knot.kind], clock(knot.at), knot.text)).join('. ')}
            onClick={() => onSeek(first.at)}
          >
            {group.map((knot) => (
              <KnotIcon key={knot.id} kind={knot.kind} hollow={knot.state !== 'verified'} />
            ))}
            <span className="tip" aria-hidden="true">
              {group.map((knot) => (
                <span key={knot.id}>
                  {t.recording[knot.kind]}
                  {knot.text && `: ${knot.text}`}
                </span>
              ))}
            </span>
          </button>
        )
      })}
    </div>
  )
}

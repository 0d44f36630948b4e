import { Link } from '@tanstack/react-router'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import type { Citation } from './answer'

/** Where a citation is heard. A hundredth more, so that a rounded moment isn't that of the turn before. */
const placeOf = ({ recordingId, startSeconds }: Citation) =>
  ({ to: '/recordings/$id', params: { id: recordingId }, search: { t: Math.ceil(startSeconds * 100) / 100 } }) as const

/** Who said it and when, within the answer. */
export function MomentChip({ citation }: { citation: Citation }) {
  const t = useWords()
  return (
    <Link
      {...placeOf(citation)}
      className="at moment-chip"
      title={t.recordings.momentBy(citation.speaker, citation.title)}
      data-state={citation.state}
    >
      {t.archive.moment(citation.speaker, clock(citation.startSeconds))}
    </Link>
  )
}

/** What the answer rests on, in the words that were said. */
export function Sources({ citations }: { citations: Citation[] }) {
  const t = useWords()
  return (
    <section className="grid gap-2">
      <h3 className="text-[14px] font-[620] text-ink-2">{t.archive.sources}</h3>
      <ul className="card rows">
        {citations.map((citation) => (
          <li key={citation.number} className="moment-item">
            <Link {...placeOf(citation)} className="moment" data-moment={citation.startSeconds}>
              <span className="at num">{clock(citation.startSeconds)}</span>
              <span>
                {citation.quote}
                <small>
                  {t.recordings.momentBy(citation.speaker, citation.title)}
                  {citation.state === 'unverified' && (
                    <span className="tag" data-tone="warn">
                      {t.archive.unverified}
                    </span>
                  )}
                </small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Link } from '@tanstack/react-router'
import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'
import { type Moment, pieces } from './moments'

export function Moments({ moments }: { moments: Moment[] }) {
  const t = useWords()
  return (
    <section>
      <h2 className="day">{t.recordings.moments}</h2>
      <ul className="card rows">
        {moments.map(({ hit, recording }) => (
          <li key={`${recording.id}${hit.segmentId}`} className="moment-item">
            <Link
              to="/recordings/$id"
              params={{ id: recording.id }}
              search={{ t: Math.ceil(hit.startSeconds * 100) / 100 }}
              className="moment"
              data-moment={hit.startSeconds}
            >
              <span className="at num">{clock(hit.startSeconds)}</span>
              <span>
                <span lang={recording.language ?? undefined}>
                  {pieces(hit.snippet, hit.ranges).map((piece) =>
                    piece.hit ? <mark key={piece.at}>{piece.text}</mark> : <span key={piece.at}>{piece.text}</span>,
                  )}
                </span>
                <small>{hit.speaker ? t.recordings.momentBy(hit.speaker, recording.title) : t.recordings.momentIn(recording.title)}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

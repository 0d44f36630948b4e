import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry } from '@/api/types'
import { dayGroup, fullDate, timeOfDay } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Paged } from '@/ui/Paged'
import { auditQuery } from './api'
import type { AuditFilter } from './filter'
import { actionOf, byDay, subjectOf } from './lines'

export function AuditLines({ filter }: { filter: AuditFilter }) {
  const t = useWords()
  const language = useLanguage()
  const heading = (at: Date) => {
    const { kind } = dayGroup(language, at)
    return kind === 'today' || kind === 'yesterday' ? t.recordings[kind] : fullDate(language, at)
  }
  return (
    <div className="grid gap-6">
      <Paged
        query={useInfiniteQuery(auditQuery(filter))}
        skeleton={{ rows: 4, height: 60 }}
        none={filter.action || filter.actor ? t.audit.noneHere : t.audit.none}
      >
        {(lines) =>
          byDay(lines).map(({ key, at, entries }) => (
            <section key={key} className="grid gap-2">
              <h2 className="text-[14px] font-semibold text-ink-2">{heading(at)}</h2>
              <ul className="card rows audit">
                {entries.map((entry) => (
                  <Line key={entry.id} entry={entry} />
                ))}
              </ul>
            </section>
          ))
        }
      </Paged>
    </div>
  )
}

function Line({ entry }: { entry: AuditEntry }) {
  const t = useWords()
  const subject = subjectOf(t, entry)
  return (
    <li data-action={entry.action}>
      <time dateTime={entry.at}>{timeOfDay(new Date(entry.at))}</time>
      <div className="what">
        <p className="font-semibold">{actionOf(t, entry.action)}</p>
        {subject && <p className="text-[13.5px] break-words text-ink-3">{subject}</p>}
      </div>
      <span className="who">{entry.actorName ?? (entry.actorId ? t.audit.gone : t.audit.nobody)}</span>
      <span className="num from">{entry.address}</span>
    </li>
  )
}

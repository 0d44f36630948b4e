import { useInfiniteQuery } from '@tanstack/react-query'
import type { AuditEntry } from '@/api/types'
import { dayGroup, fullDate, timeOfDay } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { auditQuery } from './api'
import type { AuditFilter } from './filter'
import { actionOf, byDay, subjectOf } from './lines'

export function AuditLines({ filter }: { filter: AuditFilter }) {
  const t = useWords()
  const language = useLanguage()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(auditQuery(filter))
  const days = data && byDay(data.pages.flatMap((page) => page.items))
  const heading = (at: Date) => {
    const { kind } = dayGroup(language, at)
    return kind === 'today' || kind === 'yesterday' ? t.recordings[kind] : fullDate(language, at)
  }
  return (
    <div className="grid justify-items-start gap-6">
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!days && !error && (
        <div className="w-full">
          <Skeleton rows={4} height={60} />
        </div>
      )}
      {days?.length === 0 && <p className="text-ink-3">{filter.action || filter.actor ? t.audit.noneHere : t.audit.none}</p>}
      {days?.map(({ key, at, entries }) => (
        <section key={key} className="grid w-full gap-2">
          <h2 className="text-[14px] font-semibold text-ink-2">{heading(at)}</h2>
          <ul className="card rows audit">
            {entries.map((entry) => (
              <Line key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t.people.more}
        </Button>
      )}
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

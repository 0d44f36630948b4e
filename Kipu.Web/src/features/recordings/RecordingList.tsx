import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordingSummary } from '@/api/types'
import { useLanguage, useWords } from '@/i18n/language'
import { Button, buttonClass } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { recordingsQuery } from './api'
import { byDay } from './days'
import { type Filter, wordsOf } from './filter'
import { Moments } from './Moments'
import { momentsOf } from './moments'
import { RecordingRow } from './RecordingRow'
import { SearchField } from './SearchField'

type Props = { filter: Filter; upload: ReactNode; above: ReactNode }

/** The home: everything that was recorded, and the search through it. */
export function RecordingList({ filter, upload, above }: Props) {
  const t = useWords()
  const query = useInfiniteQuery(recordingsQuery(filter))
  const recordings = query.data?.pages.flatMap((page) => page.items)
  return (
    <div className="page">
      <div className="page-head">
        <Heading title={t.recordings.title}>{t.recordings.title}</Heading>
        {upload}
      </div>
      {above}
      <SearchField filter={filter} />
      <Chips filter={filter} />
      {query.error && <ErrorPanel error={query.error} onRetry={query.refetch} />}
      {query.isPending && <Skeleton rows={6} height={86} />}
      {recordings && <Results recordings={recordings} filter={filter} upload={upload} />}
      {query.hasNextPage && (
        <div className="mt-5 grid justify-center">
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t.recordings.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function Chips({ filter }: { filter: Filter }) {
  const t = useWords()
  const navigate = useNavigate({ from: '/recordings/' })
  const chips: { show: Filter['show']; label: string }[] = [
    { show: undefined, label: t.recordings.all },
    { show: 'ready', label: t.recordings.ready },
    { show: 'processing', label: t.recordings.processing },
    { show: 'failed', label: t.recordings.failed },
  ]
  return (
    <fieldset className="chips">
      <legend className="sr-only">{t.recordings.filters}</legend>
      {chips.map(({ show, label }) => (
        <button
          key={label}
          type="button"
          className="chip"
          aria-pressed={filter.show === show}
          onClick={() => navigate({ search: (old) => ({ ...old, show }), replace: true })}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

function Results({ recordings, filter, upload }: { recordings: RecordingSummary[]; filter: Filter; upload: ReactNode }) {
  const t = useWords()
  const language = useLanguage()
  const words = wordsOf(filter)
  const moments = words ? momentsOf(recordings) : []
  if (recordings.length === 0) return <Nothing words={words} filtered={filter.show !== undefined} upload={upload} />
  return (
    <>
      <p className="sr-only" role="status">
        {words ? t.recordings.found(moments.length, recordings.length) : ''}
      </p>
      {moments.length > 0 && <Moments moments={moments} />}
      {words ? (
        <section>
          <h2 className="day">{t.recordings.title}</h2>
          <Rows recordings={recordings} />
        </section>
      ) : (
        byDay(language, recordings).map((day) => (
          <section key={day.key}>
            <h2 className="day">{day.kind === 'month' ? day.month : t.recordings[day.kind]}</h2>
            <Rows recordings={day.items} />
          </section>
        ))
      )}
    </>
  )
}

function Rows({ recordings }: { recordings: RecordingSummary[] }) {
  return (
    <ul className="card rows">
      {recordings.map((recording) => (
        <RecordingRow key={recording.id} recording={recording} />
      ))}
    </ul>
  )
}

function Nothing({ words, filtered, upload }: { words: string | null; filtered: boolean; upload: ReactNode }) {
  const t = useWords()
  if (!words && !filtered) {
    return (
      <Empty title={t.recordings.emptyTitle} text={t.recordings.emptyText}>
        <div className="flex flex-wrap justify-center gap-2">
          <Link to="/record" className={buttonClass('primary')}>
            <span className="dot" aria-hidden="true" />
            {t.record.now}
          </Link>
          {upload}
        </div>
      </Empty>
    )
  }
  return (
    <div className="card empty" role="status">
      <p>{words ? t.recordings.nothing(words) : t.recordings.nothingHere}</p>
      <Link to="/recordings" search={{}} className={buttonClass('ghost')}>
        {t.recordings.clear}
      </Link>
    </div>
  )
}

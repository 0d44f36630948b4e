import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useWords } from '@/i18n/language'
import { Button } from './Button'
import { ErrorPanel } from './ErrorPanel'
import { Skeleton } from './Skeleton'

type Props<T> = {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[] }>>
  skeleton: { rows: number; height: number }
  /** What is said where there is nothing. */
  none?: string
  children: (items: T[]) => ReactNode
}

/** A list that comes in pages, with what stands in its place until it is there, or when it isn't coming. */
export function Paged<T>({ query, skeleton, none, children }: Props<T>) {
  const t = useWords()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!items && !error && <Skeleton {...skeleton} />}
      {items?.length === 0 && none && <p className="text-ink-3">{none}</p>}
      {items && items.length > 0 && children(items)}
      {hasNextPage && (
        <Button className="justify-self-start" busy={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t.people.more}
        </Button>
      )}
    </>
  )
}

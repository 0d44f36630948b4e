import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { type Filter, wordsOf } from './filter'

const STATUS = { ready: 'COMPLETED', processing: 'PROCESSING', failed: 'ERROR' } as const

export function recordingsQuery(filter: Filter) {
  const query = { q: wordsOf(filter) ?? undefined, status: filter.show && STATUS[filter.show] }
  return infiniteQueryOptions({
    queryKey: keys.recordingList(query),
    // An earlier search is aborted as soon as the next letter asks for another.
    queryFn: ({ signal, pageParam }) =>
      unwrap(api.GET('/api/recordings', { params: { query: { ...query, limit: 50, cursor: pageParam ?? undefined } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
}

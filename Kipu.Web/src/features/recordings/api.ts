import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { type Filter, wordsOf } from './filter'

export function recordingsQuery(filter: Filter, userId: string | null) {
  const query = {
    q: wordsOf(filter) ?? undefined,
    userId: filter.show === 'mine' ? (userId ?? undefined) : undefined,
    status: filter.show === 'processing' ? ('PROCESSING' as const) : filter.show === 'failed' ? ('ERROR' as const) : undefined,
  }
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

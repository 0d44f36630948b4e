import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { AuditFilter } from './filter'

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: keys.audit(filter),
    queryFn: ({ signal, pageParam }) => {
      const query = { action: filter.action, actorId: filter.actor, limit: 50, cursor: pageParam ?? undefined }
      return unwrap(api.GET('/api/organizations/current/audit', { params: { query }, signal }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })

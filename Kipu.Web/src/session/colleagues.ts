import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'

/** Who is a member, to choose from; of a large organization those who joined first. */
export const colleaguesQuery = queryOptions({
  queryKey: keys.colleagues,
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/api/organizations/current/users', { params: { query: { limit: 200 } }, signal }))).items,
})

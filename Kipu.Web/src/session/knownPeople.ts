import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'

/** As many as the API gives at once. */
export const MOST_PEOPLE = 100

/** Names that were given to voices, the latest first; with words, those that have them. */
export const knownPeopleQuery = (words = '') =>
  queryOptions({
    queryKey: [...keys.knownPeople, words],
    queryFn: async ({ signal }) => {
      const query = { q: words || undefined, limit: MOST_PEOPLE }
      return (await unwrap(api.GET('/api/recordings/people', { params: { query }, signal }))).items
    },
  })

import type { QueryClient } from '@tanstack/react-query'
import { keys } from '@/api/keys'

/** Loads again what a correction shows in: the analysis, the head, and the row in the list. The sound goes on as it is. */
export const refresh = (client: QueryClient, id: string) =>
  Promise.all(
    [keys.analysis(id), keys.recording(id), [...keys.recordings, 'list']].map((queryKey) => client.invalidateQueries({ queryKey })),
  )

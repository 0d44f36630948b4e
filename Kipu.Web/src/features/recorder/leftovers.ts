import { queryOptions } from '@tanstack/react-query'
import { currentSession } from '@/session/session'
import { localStore } from './recorder'
import type { Kept } from './store'

export type Leftover = Kept & { seconds: number; unsentSeconds: number }

export const LEFTOVERS = ['leftovers'] as const

/** Recordings of this person that this device still keeps, apart from the one under way. */
export const leftoversQuery = (underway: string | null) =>
  queryOptions({
    queryKey: [...LEFTOVERS, underway],
    queryFn: async (): Promise<Leftover[]> => {
      const session = currentSession()
      if (!session || typeof indexedDB === 'undefined') return []
      const store = await localStore()
      const kept = (await store.all(session.user.id)).filter((recording) => recording.id !== underway)
      return Promise.all(
        kept.map(async (recording) => {
          const slices = await store.slices(recording.id)
          const sent = (await store.chunks(recording.id)).filter((chunk) => chunk.sent)
          const seconds = slices.reduce((sum, slice) => sum + slice.ms, 0) / 1000
          return { ...recording, seconds, unsentSeconds: seconds - sent.reduce((sum, chunk) => sum + chunk.ms, 0) / 1000 }
        }),
      )
    },
    staleTime: 0,
    networkMode: 'always',
  })

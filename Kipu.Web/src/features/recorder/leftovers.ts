import { queryOptions } from '@tanstack/react-query'
import { currentSession } from '@/session/session'
import { heldElsewhere, takeLock } from './locks'
import { sendAll, sendersOf } from './send'
import { type Kept, localStore, type RecorderStore } from './store'

export type Leftover = Kept & { seconds: number; unsentSeconds: number }

export const LEFTOVERS = ['leftovers'] as const

/** Recordings of this person that this device still keeps, apart from those under way here or in another tab. */
export const leftoversQuery = (underway: string | null) =>
  queryOptions({
    queryKey: [...LEFTOVERS, underway],
    queryFn: async (): Promise<Leftover[]> => {
      const session = currentSession()
      if (!session || typeof indexedDB === 'undefined' || !navigator.locks) return []
      const store = await localStore()
      const all = await store.all(session.user.id)
      // After the list: what another tab begins meanwhile isn't in it, or is held.
      const held = await heldElsewhere()
      const kept = all.filter(({ id }) => id !== underway && !held.has(id))
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

/** Sends what is left, without recording further. Answers false when it is in use elsewhere. */
export const sendLeftover = (kept: Kept) =>
  withLeftover(kept.id, async (store) => {
    const unwatched = { onSent: () => {}, onWaiting: () => {}, onChange: () => {} }
    await sendAll(await sendersOf(store, kept, unwatched, new AbortController().signal))
  })

/** Erases what is left. Answers false, and has erased nothing, when it is in use elsewhere. */
export const discardLeftover = (id: string) => withLeftover(id, (store) => store.remove(id))

async function withLeftover(id: string, work: (store: RecorderStore) => Promise<void>) {
  const release = await takeLock(id)
  if (!release) return false
  try {
    await work(await localStore())
    return true
  } finally {
    await release()
  }
}

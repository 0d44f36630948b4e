import { api, unwrap } from '@/api/client'
import { ApiError } from '@/api/problem'

/** Deletes a recording that was begun. One that is whole by now, since only the answer got lost, stays; one that is gone is fine. */
export async function abandon(id: string) {
  const params = { path: { id } }
  try {
    const { status } = await unwrap(api.GET('/api/recordings/{id}', { params }))
    if (status === 'RECORDING' || status === 'PAUSED') await unwrap(api.DELETE('/api/recordings/{id}', { params }))
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
  }
}

import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listen } from '@/api/events'
import { keys } from '@/api/keys'
import type { RecordingSummary, StatusInfo } from '@/api/types'

type Pages = InfiniteData<{ items: RecordingSummary[]; nextCursor: string | null }>

/** Writes what the organization's stream of statuses says into what is already on the screen. */
export function applyStatus(client: QueryClient, info: StatusInfo) {
  const { recordingId, status, stage, progress, error } = info
  let known = false
  const patch = (row: RecordingSummary) => {
    if (row.id !== recordingId) return row
    known = true
    return { ...row, status, stage, progress, error }
  }
  client.setQueriesData<Pages>({ queryKey: [...keys.recordings, 'list'] }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(patch) })) } : data,
  )
  client.setQueryData<RecordingSummary>(keys.recording(recordingId), (row) => (row ? patch(row) : row))

  const ended = status === 'COMPLETED' || status === 'ERROR'
  if (!ended && known) return
  client.invalidateQueries({ queryKey: [...keys.recordings, 'list'] })
  if (!ended) return
  for (const key of [keys.recording, keys.analysis, keys.waveform, keys.audio]) client.invalidateQueries({ queryKey: key(recordingId) })
  client.invalidateQueries({ queryKey: keys.me })
}

/** One stream for the whole console: browsers allow few connections to a host. */
export function useLiveStatus() {
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    listen(
      '/api/status/events',
      stop.signal,
      (event) => applyStatus(client, JSON.parse(event.data) as StatusInfo),
      // The stream tells what changes from now on: what was loaded before it opened may be behind.
      () => client.invalidateQueries({ queryKey: keys.recordings }),
    )
    return () => stop.abort()
  }, [client])
}

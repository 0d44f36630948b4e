import { api, unwrap } from './client'
import type { Marker, MarkerRequest } from './types'

/** As many as a recording takes, and as long as the note of one may be. */
export const MOST_MARKERS = 500
export const LONGEST_NOTE = 500

export const addMarker = (recordingId: string, body: MarkerRequest) =>
  unwrap(api.POST('/api/recordings/{id}/markers', { params: { path: { id: recordingId } }, body }))

export const markersOf = async (recordingId: string): Promise<Marker[]> =>
  (await unwrap(api.GET('/api/recordings/{id}', { params: { path: { id: recordingId } } }))).markers ?? []

/** Puts these in the place of all that there are. Those that say the same, under the same id, keep who set them and when. */
export async function replaceMarkers(recordingId: string, wanted: MarkerRequest[]): Promise<Marker[]> {
  const markers = wanted.map(({ id, atSeconds, text }) => ({ id, atSeconds, text }))
  return (await unwrap(api.PATCH('/api/recordings/{id}', { params: { path: { id: recordingId } }, body: { markers } }))).markers ?? []
}

/** A note as the API keeps it: no words are none. */
export const noteOf = (words: string) => words.trim() || null

import { api, unwrap } from './client'
import type { MarkerContent } from './types'

/** As many as a recording takes, and as long as the note of one may be. */
export const MOST_MARKERS = 500
export const LONGEST_NOTE = 500

/** Sets one marker under an id of ours. Sent again it stays one, and the markers of others are left alone. */
export const putMarker = (recordingId: string, markerId: string, body: MarkerContent) =>
  unwrap(api.PUT('/api/recordings/{id}/markers/{markerId}', { params: { path: { id: recordingId, markerId } }, body }))

/** Removes one marker; one that isn't there is removed already. */
export const removeMarker = (recordingId: string, markerId: string) =>
  unwrap(api.DELETE('/api/recordings/{id}/markers/{markerId}', { params: { path: { id: recordingId, markerId } } }))

/** A note as the API keeps it: no words are none. */
export const noteOf = (words: string) => words.trim() || null

/** In whole milliseconds: a number that comes back from Kipu as it was sent. */
export const roundedSeconds = (seconds: number) => Math.round(seconds * 1000) / 1000

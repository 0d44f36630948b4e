import { queryOptions } from '@tanstack/react-query'
import { finalize } from '@/api/chunks'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { ApiError, isCode } from '@/api/problem'
import type { Wishes } from './again'
import { byUse } from './tags'

export const recordingQuery = (id: string) =>
  queryOptions({
    queryKey: keys.recording(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/{id}', { params: { path: { id } }, signal })),
  })

export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: keys.analysis(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/{id}/analysis', { params: { path: { id } }, signal })),
    staleTime: 300_000,
  })

export const waveformQuery = (id: string) =>
  queryOptions({
    queryKey: keys.waveform(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/{id}/waveform', { params: { path: { id } }, signal })),
    staleTime: 300_000,
    retry: false,
  })

/** A URL that an audio element can use. It expires, so a player that fails asks for another. */
export const audioQuery = (id: string) =>
  queryOptions({
    queryKey: keys.audio(id),
    queryFn: ({ signal }) => unwrap(api.POST('/api/recordings/{id}/audio/ticket', { params: { path: { id } }, signal })),
    staleTime: 300_000,
    retry: false,
    refetchOnWindowFocus: false,
  })

/** Ends a recording with what has come of it: the device that has the rest may be gone for good. */
export async function finishAsIs(id: string) {
  try {
    await finalize(id, { totalChunks: null, sha256: null, durationSeconds: null })
  } catch (error) {
    // Of a recording that was only reserved Storage knows nothing, or that its first chunk is missing.
    if (isCode(error, 'not_found') || missesFirst(error)) throw new ApiError('nothing_received', 409)
    throw isCode(error, 'missing_chunks') ? new ApiError('parts_elsewhere', 409) : error
  }
}

const missesFirst = (error: unknown) => error instanceof ApiError && Array.isArray(error.facts.missing) && error.facts.missing[0] === 0

/** Has done again what failed, and nothing else; the page follows the new job by itself. */
export const repair = (id: string) =>
  unwrap(api.POST('/api/recordings/{id}/reprocess', { params: { path: { id } }, body: { onlyFailed: true, keepWords: false } }))

/** Has it read again, or also heard again: what isn't given stays as it was. */
export const reprocess = (id: string, wishes: Wishes) =>
  unwrap(api.POST('/api/recordings/{id}/reprocess', { params: { path: { id } }, body: { onlyFailed: false, ...wishes } }))

export const FORMATS = ['docx', 'md', 'txt', 'srt', 'vtt', 'json'] as const
export type Format = (typeof FORMATS)[number]

export const exported = (id: string, format: Format): Promise<Blob> =>
  unwrap(api.GET('/api/recordings/{id}/export', { params: { path: { id }, query: { format } }, parseAs: 'blob' }))

export const remove = (id: string) => unwrap(api.DELETE('/api/recordings/{id}', { params: { path: { id } } }))

export const restore = (id: string) => unwrap(api.POST('/api/recordings/{id}/restore', { params: { path: { id } } }))

export const sharesQuery = (id: string) =>
  queryOptions({
    queryKey: keys.shares(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/{id}/shares', { params: { path: { id } }, signal })),
  })

type NewShare = { label: string | null; includesAudio: boolean; days: number }

/** Makes a link and answers with its address, whose secret stands behind the #: it reaches no server's log. */
export async function share(id: string, { label, includesAudio, days }: NewShare) {
  // A minute less than the most that is allowed, since this clock may be ahead of the server's.
  const expiresAt = new Date(Date.now() + days * 86_400_000 - 60_000).toISOString()
  const body = { label, includesAudio, expiresAt }
  const { token } = await unwrap(api.POST('/api/recordings/{id}/shares', { params: { path: { id } }, body }))
  return `${location.origin}/compartido#${token}`
}

export const revokeShare = (id: string, shareId: string) =>
  unwrap(api.DELETE('/api/recordings/{id}/shares/{shareId}', { params: { path: { id, shareId } } }))

export const sharedQuery = (token: string) =>
  queryOptions({
    queryKey: keys.shared(token),
    queryFn: ({ signal }) => unwrap(api.GET('/api/shares/{token}', { params: { path: { token } }, signal })),
    // With each answer comes a new address of the audio, which would stop what is playing.
    staleTime: Number.POSITIVE_INFINITY,
  })

export const tick = (id: string, itemId: string, done: boolean) =>
  unwrap(api.PATCH('/api/recordings/{id}/action-items/{itemId}', { params: { path: { id, itemId } }, body: { done } }))

export const rename = (id: string, title: string) =>
  unwrap(api.PATCH('/api/recordings/{id}', { params: { path: { id } }, body: { title } }))

/** Puts these tags in the place of all that it has. */
export const retag = (id: string, tags: string[]) => unwrap(api.PATCH('/api/recordings/{id}', { params: { path: { id } }, body: { tags } }))

/** The tags of the newest recordings, those of most of them first. */
export const tagsQuery = queryOptions({
  queryKey: keys.tags,
  queryFn: async ({ signal }) => byUse((await unwrap(api.GET('/api/recordings', { params: { query: { limit: 200 } }, signal }))).items),
})

export const correctSegment = (id: string, segmentId: string, text: string) =>
  unwrap(api.PATCH('/api/recordings/{id}/transcript/{segmentId}', { params: { path: { id, segmentId } }, body: { text } }))

type SpeakerChange = { speakerId: string; name?: string; userId?: string; mergeInto?: string }

export const correctSpeaker = (id: string, change: SpeakerChange) =>
  unwrap(api.PATCH('/api/recordings/{id}/speakers', { params: { path: { id } }, body: change }))

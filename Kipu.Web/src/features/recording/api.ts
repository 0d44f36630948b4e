import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'

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

export const rename = (id: string, title: string) =>
  unwrap(api.PATCH('/api/recordings/{id}', { params: { path: { id } }, body: { title } }))

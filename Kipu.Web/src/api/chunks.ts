import { accessToken, refresh } from '@/session/session'
import { api, unwrap } from './client'
import { problemFrom, unreachable } from './problem'
import type { ChunkReceipt } from './types'

export type Chunk = {
  recordingId: string
  index: number
  body: Blob
  contentType: string
  sha256: string
  /** Where the chunk begins in the meeting, when that is known. */
  startMs?: number
}

/** Sends one chunk; 200 means it is durably stored. XMLHttpRequest, because fetch can't say how much has gone out. */
export async function sendChunk(chunk: Chunk, signal: AbortSignal, onProgress: (bytes: number) => void = () => {}): Promise<ChunkReceipt> {
  const first = await post(chunk, signal, onProgress)
  const { status, body } = first.status === 401 && (await refresh()) ? await post(chunk, signal, onProgress) : first
  if (status !== 200) throw problemFrom(status, body)
  return body as ChunkReceipt
}

function post(chunk: Chunk, signal: AbortSignal, onProgress: (bytes: number) => void) {
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open('POST', `/api/chunks/${chunk.recordingId}`)
    request.setRequestHeader('content-type', chunk.contentType)
    request.setRequestHeader('x-chunk-index', String(chunk.index))
    request.setRequestHeader('x-chunk-sha256', chunk.sha256)
    if (chunk.startMs !== undefined) request.setRequestHeader('x-chunk-start-ms', String(Math.round(chunk.startMs)))
    request.setRequestHeader('x-kipu-client', 'browser')
    request.setRequestHeader('authorization', `Bearer ${accessToken()}`)
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => resolve({ status: request.status, body: parse(request.responseText) })
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(chunk.body)
  })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null // A proxy's page instead of an answer: the status says what is to be said.
  }
}

type NewRecording = {
  title: string
  language: string | null
  source: 'microphone' | 'upload'
  /** The kind of meeting; the organization's setting when absent, none when empty. */
  template?: string
}

export const createRecording = (body: NewRecording) => unwrap(api.POST('/api/recordings', { body }))

export const receivedChunks = (recordingId: string) => unwrap(api.GET('/api/chunks/{recordingId}', { params: { path: { recordingId } } }))

export const finalize = (
  recordingId: string,
  body: { totalChunks: number | null; sha256: string | null; durationSeconds: number | null },
) => unwrap(api.POST('/api/finalize/{recordingId}', { params: { path: { recordingId } }, body }))

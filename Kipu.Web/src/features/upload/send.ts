import { type Chunk, createRecording, finalize, receivedChunks, sendChunk } from '@/api/chunks'
import { sha256 } from '@/api/digest'
import { isCode } from '@/api/problem'
import { untilDone } from '@/api/retry'
import { titleOf } from './media'
import { read } from './source'

/** Half of the server's limit for a chunk: a broken connection costs at most this much. */
export const CHUNK = 8 * 1024 * 1024

export type Progress = { sent?: number; waiting?: boolean }
type Report = (progress: Progress) => void

/** Reserves a file's recording. Without a template it is the kind of meeting that the organization has set. */
export async function reserve({ name, template }: { name: string; template?: string }, signal: AbortSignal, report: Report) {
  const body = { title: titleOf(name), language: null, source: 'upload', template } as const
  return (
    await untilDone(
      () => createRecording(body),
      signal,
      (waiting) => report({ waiting }),
    )
  ).id
}

export type Sending = { recordingId: string; isNew: boolean; file: File; contentType: string }

/** Sends the chunks of a file that the server doesn't have, and finalizes it. */
export async function sendFile({ recordingId, isNew, file, contentType }: Sending, signal: AbortSignal, report: Report) {
  const waiting = (is: boolean) => report({ waiting: is })
  const there = covered(isNew ? [] : await untilDone(() => received(recordingId), signal, waiting))
  const totalChunks = Math.ceil(file.size / CHUNK)
  let sent = 0
  for (let index = 0; index < totalChunks; index++) {
    const part = file.slice(index * CHUNK, (index + 1) * CHUNK)
    if (!there.has(index)) {
      const before = sent
      const body = await read(part)
      const chunk: Chunk = { recordingId, index, body, contentType, sha256: await sha256(body) }
      await untilDone(() => sendChunk(chunk, signal, (bytes) => report({ sent: before + Math.min(bytes, body.size) })), signal, waiting)
    }
    sent += part.size
    report({ sent })
  }
  await untilDone(() => finalize(recordingId, { totalChunks, sha256: null, durationSeconds: null }), signal, waiting)
}

/** Before its first chunk the server knows nothing of an upload. */
async function received(recordingId: string) {
  try {
    return (await receivedChunks(recordingId)).received
  } catch (error) {
    if (isCode(error, 'not_found')) return []
    throw error
  }
}

/** The indices in ranges of first and last, both inclusive. */
export const covered = (ranges: number[][]) =>
  new Set(ranges.flatMap(([first = 0, last = -1]) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset)))

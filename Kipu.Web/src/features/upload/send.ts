import { type Chunk, createRecording, finalize, receivedChunks, sendChunk } from '@/api/chunks'
import { sha256 } from '@/api/digest'
import { untilDone } from '@/api/retry'
import { titleOf } from './media'

/** Half of the server's limit for a chunk: a broken connection costs at most this much. */
export const CHUNK = 8 * 1024 * 1024

/** A file to send; without a template it is the kind of meeting that the organization has set. */
export type NewFile = { file: File; contentType: string; template?: string }

export type Progress = { recordingId?: string; sent?: number; waiting?: boolean }

/** Sends a file in chunks and finalizes it. With a recording id it goes on where that one stopped. */
export async function sendFile(
  { file, contentType, template }: NewFile,
  known: string | null,
  signal: AbortSignal,
  report: (progress: Progress) => void,
) {
  const waiting = (is: boolean) => report({ waiting: is })
  const recordingId =
    known ??
    (await untilDone(() => createRecording({ title: titleOf(file.name), language: null, source: 'upload', template }), signal, waiting)).id
  report({ recordingId })
  const there = known ? covered((await untilDone(() => receivedChunks(recordingId), signal, waiting)).received) : new Set<number>()
  const totalChunks = Math.ceil(file.size / CHUNK)
  let sent = 0
  for (let index = 0; index < totalChunks; index++) {
    const body = file.slice(index * CHUNK, (index + 1) * CHUNK)
    if (!there.has(index)) {
      const before = sent
      const chunk: Chunk = { recordingId, index, body, contentType, sha256: await sha256(body) }
      await untilDone(() => sendChunk(chunk, signal, (bytes) => report({ sent: before + Math.min(bytes, body.size) })), signal, waiting)
    }
    sent += body.size
    report({ sent })
  }
  await untilDone(() => finalize(recordingId, { totalChunks, sha256: null, durationSeconds: null }), signal, waiting)
  return recordingId
}

/** The indices in ranges of first and last, both inclusive. */
export const covered = (ranges: number[][]) =>
  new Set(ranges.flatMap(([first = 0, last = -1]) => Array.from({ length: last - first + 1 }, (_, offset) => first + offset)))

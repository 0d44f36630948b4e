import { useSyncExternalStore } from 'react'
import { ApiError } from '@/api/problem'
import { mediaType } from './media'
import { type NewFile, type Progress, sendFile } from './send'

/** Files on their way. They go on while one works elsewhere in the console, one after the other. */
export type Upload = {
  key: number
  name: string
  size: number
  sent: number
  bytesPerSecond: number
  state: 'queued' | 'sending' | 'waiting' | 'stopped' | 'failed' | 'done'
  recordingId: string | null
  error: ApiError | null
}

type Job = NewFile & { stop: AbortController }

let uploads: Upload[] = []
let nextKey = 1
let running = false
const jobs = new Map<number, Job>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const set = (next: Upload[]) => {
  uploads = next
  for (const listener of listeners) listener()
}
const patch = (key: number, change: Partial<Upload>) =>
  set(uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)))

export const useUploads = () => useSyncExternalStore(subscribe, () => uploads)

const isUnderway = (upload: Upload) => upload.state === 'queued' || upload.state === 'sending' || upload.state === 'waiting'

/** Takes files in. What can't work (no audio, empty, no room for it) is said before a byte is sent. */
export function addUploads(files: Iterable<File>, room: number | null, template?: string) {
  for (const file of files) {
    const contentType = mediaType(file.name, file.type)
    const error = refusal(file, contentType, room)
    const key = nextKey++
    set([
      { key, name: file.name, size: file.size, sent: 0, bytesPerSecond: 0, state: error ? 'failed' : 'queued', recordingId: null, error },
      ...uploads,
    ])
    if (!error && contentType) jobs.set(key, { file, contentType, template, stop: new AbortController() })
  }
  runNext()
}

function refusal(file: File, contentType: string | null, room: number | null): ApiError | null {
  if (!contentType || file.size === 0) return new ApiError('unsupported_media', 415)
  return room !== null && file.size > room ? new ApiError('payload_too_large', 413) : null
}

async function runNext() {
  const next = uploads.findLast((upload) => upload.state === 'queued')
  const job = next && jobs.get(next.key)
  if (running || !next || !job) return
  running = true
  addEventListener('beforeunload', warn)
  await run(next, job)
  running = false
  if (!uploads.some(isUnderway)) removeEventListener('beforeunload', warn)
  runNext()
}

async function run({ key, recordingId }: Upload, { file, contentType, template, stop }: Job) {
  const start = performance.now()
  let first: number | null = null
  const report = ({ waiting, sent, ...rest }: Progress) => {
    if (waiting !== undefined) patch(key, { state: waiting ? 'waiting' : 'sending' })
    if (sent === undefined) return patch(key, rest)
    first ??= sent
    const seconds = (performance.now() - start) / 1000
    patch(key, { ...rest, sent, bytesPerSecond: seconds > 1 ? (sent - first) / seconds : 0 })
  }
  patch(key, { state: 'sending', error: null })
  try {
    const id = await sendFile({ file, contentType, template }, recordingId, stop.signal, report)
    jobs.delete(key)
    patch(key, { state: 'done', sent: file.size, recordingId: id })
  } catch (error) {
    if (stop.signal.aborted) patch(key, { state: 'stopped' })
    else if (error instanceof ApiError) patch(key, { state: 'failed', error })
    else throw error
  }
}

export const stopUpload = (key: number) => {
  jobs.get(key)?.stop.abort()
  patch(key, { state: 'stopped' })
}

/** Goes on where the upload stopped: what the server has isn't sent again. */
export function resumeUpload(key: number) {
  const job = jobs.get(key)
  if (!job) return
  jobs.set(key, { ...job, stop: new AbortController() })
  patch(key, { state: 'queued', error: null })
  runNext()
}

export const canResume = (key: number) => jobs.has(key)

export function dismissUpload(key: number) {
  jobs.delete(key)
  set(uploads.filter((upload) => upload.key !== key))
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

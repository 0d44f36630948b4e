import { useSyncExternalStore } from 'react'
import { ApiError } from '@/api/problem'
import { currentSession, onOtherPerson } from '@/session/session'
import { abandon } from './api'
import { alone, heldLocks, lockOf } from './lock'
import { mediaType } from './media'
import { type Progress, reserve, sendFile } from './send'
import { isReadable, isSame } from './source'
import { type KeptUpload, UploadStore } from './store'

/** Files on their way. They go on while one works elsewhere in the console, one after the other. */
export type Upload = {
  key: number
  name: string
  size: number
  sent: number
  bytesPerSecond: number
  /** Interrupted is what a reload or a closed tab left behind. */
  state: 'queued' | 'sending' | 'waiting' | 'stopped' | 'interrupted' | 'failed' | 'done'
  recordingId: string | null
  error: unknown
}

type Job = Omit<KeptUpload, 'recordingId'> & { stop: AbortController }

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
const find = (key: number) => uploads.find((upload) => upload.key === key)
const patch = (key: number, change: Partial<Upload>) =>
  set(uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload)))

export const currentUploads = () => uploads
export const useUploads = () => useSyncExternalStore(subscribe, currentUploads)

export const isUnderway = ({ state }: Upload) => state === 'queued' || state === 'sending' || state === 'waiting'
export const canResume = (upload: Upload) => jobs.has(upload.key) && !isUnderway(upload)

// What the next person sees and goes on with is their own. What is kept of this one waits for them.
onOtherPerson(() => {
  for (const { stop } of jobs.values()) stop.abort()
  jobs.clear()
  set([])
})

let opened: Promise<UploadStore> | null = null

/** A browser that keeps nothing, as some private windows, uploads all the same. */
async function kept<T>(work: (store: UploadStore) => Promise<T>): Promise<T | null> {
  opened ??= UploadStore.open()
  try {
    return await work(await opened)
  } catch (error) {
    console.warn('This browser could not keep an upload: it will not go on after a reload.', error)
    return null
  }
}

function add(job: Omit<KeptUpload, 'recordingId'> | null, shown: Pick<Upload, 'name' | 'size' | 'state' | 'recordingId' | 'error'>) {
  const key = nextKey++
  if (job) jobs.set(key, { ...job, stop: new AbortController() })
  set([{ key, sent: 0, bytesPerSecond: 0, ...shown }, ...uploads])
}

/** Takes files in. What can't work (no audio, empty, no room for it) is said before a byte is sent. */
export function addUploads(files: Iterable<File>, room: number | null, template?: string) {
  const userId = currentSession()?.user.id
  if (!userId) return
  for (const file of files) {
    const { name, size, lastModified } = file
    const begun = uploads.find((upload) => upload.recordingId && canResume(upload) && isFileOf(upload, file))
    const contentType = mediaType(name, file.type)
    const error = refusal(file, contentType, room)
    if (begun) resumeWith(begun.key, file)
    else if (error || !contentType) add(null, { name, size, state: 'failed', recordingId: null, error })
    else {
      const job = { userId, name, size, lastModified, contentType, template, file }
      add(job, { name, size, state: 'queued', recordingId: null, error: null })
    }
  }
  runNext()
}

function refusal(file: File, contentType: string | null, room: number | null): ApiError | null {
  if (!contentType || file.size === 0) return new ApiError('unsupported_media', 415)
  return room !== null && file.size > room ? new ApiError('payload_too_large', 413) : null
}

/** Shows what a reload or a closed tab left of this person's uploads, apart from what another tab is at. */
export async function showInterrupted() {
  const userId = currentSession()?.user.id
  if (!userId) return
  const left = await kept(async (store) => {
    const held = await heldLocks()
    return (await store.all(userId)).filter(({ recordingId }) => !held.has(lockOf(recordingId)))
  })
  if (currentSession()?.user.id !== userId) return
  for (const { recordingId, ...job } of left ?? []) {
    if (uploads.some((upload) => upload.recordingId === recordingId)) continue
    add(job, { name: job.name, size: job.size, state: 'interrupted', recordingId, error: null })
  }
}

async function runNext() {
  if (running) return
  running = true
  addEventListener('beforeunload', warn)
  try {
    for (let next = nextQueued(); next; next = nextQueued()) await run(next)
  } finally {
    running = false
    removeEventListener('beforeunload', warn)
  }
}

const nextQueued = () => uploads.findLast((upload) => upload.state === 'queued')

async function run({ key, ...upload }: Upload) {
  const job = jobs.get(key)
  if (!job?.file) return
  const { file, stop } = job
  const report = reportOf(key)
  const isNew = upload.recordingId === null
  patch(key, { state: 'sending', error: null })
  try {
    const recordingId = upload.recordingId ?? (await reserve(job, stop.signal, report))
    patch(key, { recordingId })
    const mine = await alone(recordingId, async () => {
      if (isNew) await keep(recordingId, job, file)
      await sendFile({ recordingId, isNew, file, contentType: job.contentType }, stop.signal, report)
      await kept((store) => store.remove(recordingId))
    })
    if (!mine) return patch(key, { state: 'interrupted', error: elsewhere() })
    jobs.delete(key)
    patch(key, { state: 'done', sent: file.size })
  } catch (error) {
    patch(key, stop.signal.aborted ? { state: 'stopped' } : { state: 'failed', error })
  }
}

const elsewhere = () => new ApiError('upload_elsewhere', 409)

/** The file follows by itself: copying a large one takes longer than sending may wait. */
async function keep(recordingId: string, { stop: _, ...job }: Job, file: File) {
  await kept((store) => store.add({ ...job, recordingId, file: null }))
  kept((store) => store.addFile(recordingId, file))
}

function reportOf(key: number) {
  const start = performance.now()
  let first: number | null = null
  return ({ waiting, sent }: Progress) => {
    if (waiting !== undefined) patch(key, { state: waiting ? 'waiting' : 'sending' })
    if (sent === undefined) return
    first ??= sent
    const seconds = (performance.now() - start) / 1000
    patch(key, { sent, bytesPerSecond: seconds > 1 ? (sent - first) / seconds : 0 })
  }
}

export const stopUpload = (key: number) => {
  jobs.get(key)?.stop.abort()
  patch(key, { state: 'stopped' })
}

/** Goes on where the upload stopped: what the server has isn't sent again. Answers false when its file has to be picked again. */
export async function resumeUpload(key: number): Promise<boolean> {
  const file = jobs.get(key)?.file
  if (!file || !(await isReadable(file))) return false
  queue(key, file)
  return true
}

/** Goes on with the file that was picked again; of another file it says so. */
export function resumeWith(key: number, file: File) {
  const upload = find(key)
  if (!upload) return
  if (!isFileOf(upload, file)) return patch(key, { error: new ApiError('other_file', 409) })
  const { recordingId } = upload
  if (recordingId) kept((store) => store.addFile(recordingId, file))
  queue(key, file)
}

function isFileOf({ key }: Upload, file: File) {
  const job = jobs.get(key)
  return job !== undefined && isSame(job, file)
}

function queue(key: number, file: File) {
  const job = jobs.get(key)
  if (!job) return
  jobs.set(key, { ...job, file, stop: new AbortController() })
  patch(key, { state: 'queued', error: null })
  runNext()
}

/** Takes back what was begun, here and at Kipu. */
export async function discardUpload(key: number) {
  const recordingId = find(key)?.recordingId
  if (recordingId) {
    const mine = await alone(recordingId, async () => {
      await abandon(recordingId)
      await kept((store) => store.remove(recordingId))
    })
    if (!mine) throw elsewhere()
  }
  dismissUpload(key)
}

export function dismissUpload(key: number) {
  jobs.delete(key)
  set(uploads.filter((upload) => upload.key !== key))
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

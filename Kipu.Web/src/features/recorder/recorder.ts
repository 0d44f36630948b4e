import { useSyncExternalStore } from 'react'
import { createRecording, finalize, sendChunk } from '@/api/chunks'
import { putMarker, removeMarker } from '@/api/markers'
import { ApiError } from '@/api/problem'
import { words } from '@/i18n/language'
import { currentSession } from '@/session/session'
import { Capture, recordableType } from './capture'
import { type Failure, idle, isActive, next, type RecorderEvent, type RecorderState } from './machine'
import { MarkBook } from './markBook'
import type { Mark } from './marks'
import { type Kept, RecorderStore } from './store'
import { ChunkUploader } from './uploader'

/** The one recorder of this tab. It lives outside of React, so that it goes on from page to page. */
let state: RecorderState = idle
let capture: Capture | null = null
let uploader: ChunkUploader | null = null
let book: MarkBook | null = null
let unsavedMs = 0
let quietSince = 0
let writing: Promise<void> = Promise.resolve()
let releaseLock: () => void = () => {}
let wakeLock: WakeLockSentinel | null = null
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
const tell = () => {
  for (const listener of listeners) listener()
}
const dispatch = (event: RecorderEvent) => {
  const changed = next(state, event)
  if (changed === state) return
  state = changed
  tell()
}

export const useRecorder = () => useSyncExternalStore(subscribe, () => state)
export const recorderState = () => state
export const level = () => capture?.level() ?? 0

/** Seconds recorded up to this moment: also the slice on its way to the disk and the one in progress. */
export const recordedSeconds = () => (state.savedMs + unsavedMs + (state.phase === 'recording' ? (capture?.pendingMs ?? 0) : 0)) / 1000

const NO_MARKS: Mark[] = []
export const useMarks = () => useSyncExternalStore(subscribe, () => book?.list ?? NO_MARKS)

/** Marks this very moment; null when nothing is being recorded or there is no room. */
export const mark = (text?: string): Mark | null => (isActive(state) ? (book?.add(recordedSeconds(), text) ?? null) : null)
export const writeMark = (id: string, text: string) => book?.write(id, text)
export const putBackMark = ({ atSeconds, text }: Mark) => book?.add(atSeconds, text)
export const removeMark = (id: string) => {
  book?.remove(id)
  sendMarks()
}

/** Whose note is being written; once nobody writes, what was written goes out. */
export const focusMark = (id: string | null) => {
  book?.focus(id)
  if (id === null) sendMarks()
}

let opened: Promise<RecorderStore> | null = null
export const localStore = () => {
  opened ??= RecorderStore.open()
  return opened
}

export type Start = {
  title: string
  language: 'auto' | 'es' | 'en'
  /** The kind of meeting; the organization's setting when absent, none when empty. */
  template?: string
  deviceId: string | null
}

/** Reserves a recording (over the plan's limit is known before the first word) and starts. */
export async function start({ title, language, template, deviceId }: Start) {
  await begin(title, async (mimeType) => {
    const session = currentSession()
    if (!session) throw new ApiError('http_401', 401)
    // The microphone first: a refusal must not leave an empty recording behind.
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of stream.getTracks()) track.stop()
    const { id } = await createRecording({ title, language, source: 'microphone', template })
    const kept: Kept = { id, userId: session.user.id, title, mimeType, createdAt: new Date().toISOString() }
    await (await localStore()).add(kept)
    return { kept, deviceId }
  })
}

/** Goes on with a recording that this device still keeps; its chunks count on. */
export async function goOn(kept: Kept) {
  await begin(kept.title, async () => ({ kept, deviceId: null }))
}

async function begin(title: string, prepare: (mimeType: string) => Promise<{ kept: Kept; deviceId: string | null }>) {
  dispatch({ type: 'start', title })
  if (state.phase !== 'starting') return
  const mimeType = recordableType()
  if (!mimeType) return dispatch({ type: 'fail', failure: 'unsupported' })
  try {
    const { kept, deviceId } = await prepare(mimeType)
    if (!(await takeLock(kept.id))) return dispatch({ type: 'fail', failure: 'elsewhere' })
    await record(kept, deviceId)
  } catch (error) {
    releaseLock()
    dispatch({ type: 'fail', failure: failureOf(error) })
  }
}

async function record(kept: Kept, deviceId: string | null) {
  const store = await localStore()
  const chunks = await store.chunks(kept.id)
  const slices = await store.slices(kept.id)
  let n = slices.length
  uploader = uploaderOf(store, kept)
  book = await bookOf(store, kept)
  unsavedMs = 0
  quietSince = performance.now()
  writing = Promise.resolve()
  capture = await Capture.open(deviceId, kept.mimeType, {
    onSlice: (blob, ms) => {
      const slice = { rec: kept.id, n: n++, ms, blob }
      unsavedMs += ms
      writing = writing
        .then(() => store.addSlice(slice))
        .then(
          () => saved(ms),
          () => cannotSave(ms),
        )
    },
    onSwitched: () => {
      const t = words()
      dispatch({ type: 'switched' })
      mark(t.record.switchedMark)
    },
    onLost: () => dispatch({ type: 'lost' }),
  })
  const savedMs = slices.reduce((sum, slice) => sum + slice.ms, 0)
  const sentMs = chunks.reduce((sum, chunk) => sum + (chunk.sent ? chunk.ms : 0), 0)
  dispatch({ type: 'started', recordingId: kept.id, savedMs, sentMs })
  addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', onVisibility)
  keepAwake()
  // Asked for once; a browser that says no still keeps the slices as long as there is room.
  await navigator.storage?.persist?.()
}

function saved(ms: number) {
  unsavedMs -= ms
  dispatch({ type: 'slice', ms })
  const loud = level() > 0.02
  if (loud) quietSince = performance.now()
  dispatch({ type: 'level', silent: performance.now() - quietSince > 20_000 })
  send()
  sendMarks()
}

/** The device's disk is full or gone: going on would lose sound, so it pauses and says so. */
function cannotSave(ms: number) {
  unsavedMs -= ms
  capture?.pause()
  dispatch({ type: 'broken' })
}

const refused = (error: unknown) => dispatch({ type: 'fail', failure: failureOf(error) })
const send = (flush = false) => uploader?.push(flush).catch(refused)
const sendMarks = (at: number | null = recordedSeconds()) => book?.push(at).catch(refused)

const onWaiting = (is: boolean) => dispatch({ type: 'offline', is })

const bookOf = (store: RecorderStore, kept: Kept) =>
  MarkBook.open(store, kept.id, { put: putMarker, remove: removeMarker }, { onChange: tell, onWaiting }, new AbortController().signal)

/** The marks before the recording is closed and the local copy with them forgotten, but after all of the sound. */
async function sendAll(chunks: ChunkUploader, marks: MarkBook) {
  await chunks.push(true)
  await marks.finish()
  await chunks.finish()
}

const uploaderOf = (store: RecorderStore, kept: Kept) =>
  new ChunkUploader(
    store,
    kept.id,
    kept.mimeType,
    { send: sendChunk, finalize },
    {
      onSent: (ms) => dispatch({ type: 'sent', ms }),
      onWaiting,
    },
    new AbortController().signal,
  )

export async function pause() {
  capture?.pause()
  dispatch({ type: 'pause' })
  await writing
  send(true)
}

export async function resume() {
  try {
    await capture?.resume()
    dispatch({ type: 'resume' })
  } catch {
    // The browser gives no reason that would help: the microphone was taken away while we paused.
    dispatch({ type: 'lost' })
  }
}

/** Stops, sends the rest and finalizes; resolves with the recording's id. Offline it waits for the network. */
export async function finish(): Promise<string | null> {
  const id = state.recordingId
  if (!isActive(state) || !id) return null
  dispatch({ type: 'finish' })
  await capture?.stop()
  capture = null
  await writing
  try {
    if (uploader && book) await sendAll(uploader, book)
    dispatch({ type: 'finished' })
    return id
  } catch (error) {
    dispatch({ type: 'fail', failure: failureOf(error) })
    return null
  } finally {
    end()
  }
}

/** Sends what a closed tab left behind, without recording further. Answers false when another tab has it. */
export async function sendLeftover(kept: Kept): Promise<boolean> {
  if (!(await takeLock(kept.id))) return false
  try {
    const store = await localStore()
    await sendAll(uploaderOf(store, kept), await bookOf(store, kept))
    return true
  } finally {
    releaseLock()
  }
}

export const reset = () => dispatch({ type: 'reset' })

function end() {
  uploader = null
  book = null
  releaseLock()
  removeEventListener('beforeunload', warn)
  document.removeEventListener('visibilitychange', onVisibility)
  wakeLock?.release()
  wakeLock = null
}

/** A recording belongs to one tab at a time. Without the Locks API (no secure context) there is no recording either. */
function takeLock(id: string) {
  return new Promise<boolean>((resolve, reject) => {
    navigator.locks
      .request(`kipu.rec:${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null)
        if (!lock) return
        return new Promise<void>((release) => {
          releaseLock = release
        })
      })
      .catch(reject)
  })
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

function onVisibility() {
  if (document.visibilityState === 'visible') keepAwake()
  else {
    send(true)
    sendMarks(null)
  }
}

/** A courtesy to phones; refused without harm (low battery, headless). */
async function keepAwake() {
  try {
    wakeLock = (await navigator.wakeLock?.request('screen')) ?? null
  } catch {
    wakeLock = null
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error
  if (error instanceof DOMException && error.name === 'NotAllowedError') return 'denied'
  if (error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'OverconstrainedError')) return 'no_microphone'
  throw error
}

import { useSyncExternalStore } from 'react'
import { createRecording } from '@/api/chunks'
import { ApiError } from '@/api/problem'
import { words } from '@/i18n/language'
import { currentSession, subscribe as onSession } from '@/session/session'
import { Capture, recordableType } from './capture'
import { failureOf } from './failure'
import { type Release, takeLock } from './locks'
import { idle, isActive, next, type RecorderEvent, type RecorderState } from './machine'
import type { Mark } from './marks'
import { type Queue, queue } from './queue'
import { type Senders, sendAll, sendersOf } from './send'
import { SliceWriter } from './slices'
import { type Kept, localStore } from './store'

/** All that one recording needs, from its start until its microphone is off and its lock given back. */
type Take = Senders & {
  kept: Kept
  capture: Capture
  slices: SliceWriter
  sound: Queue<boolean>
  marks: Queue<number | null>
  stop: AbortController
  release: Release
}

/** The one recorder of this tab. It lives outside of React, so that it goes on from page to page. */
let state: RecorderState = idle
let take: Take | null = null
let quietSince = 0
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
export const level = () => take?.capture.level() ?? 0

/** Seconds recorded up to this moment: also the slice on its way to the disk and the one in progress. */
export const recordedSeconds = () =>
  (state.savedMs + (take?.slices.waitingMs ?? 0) + (state.phase === 'recording' ? (take?.capture.pendingMs ?? 0) : 0)) / 1000

const NO_MARKS: Mark[] = []
export const useMarks = () => useSyncExternalStore(subscribe, () => take?.book.list ?? NO_MARKS)

/** Marks this very moment; null when nothing is being recorded or there is no room. */
export const mark = (text?: string): Mark | null => (isActive(state) ? (take?.book.add(recordedSeconds(), text) ?? null) : null)
export const writeMark = (id: string, text: string) => take?.book.write(id, text)
export const putBackMark = ({ atSeconds, text }: Mark) => take?.book.add(atSeconds, text)
export const removeMark = (id: string) => {
  take?.book.remove(id)
  sendMarks()
}

/** Whose note is being written; once nobody writes, what was written goes out. */
export const focusMark = (id: string | null) => {
  take?.book.focus(id)
  if (id === null) sendMarks()
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
  let release: Release | null = null
  try {
    const { kept, deviceId } = await prepare(mimeType)
    release = await takeLock(kept.id)
    if (!release) return dispatch({ type: 'fail', failure: 'elsewhere' })
    await record(kept, deviceId, release)
  } catch (error) {
    await release?.()
    dispatch({ type: 'fail', failure: failureOf(error) })
  }
}

async function record(kept: Kept, deviceId: string | null, release: Release) {
  const store = await localStore()
  // Sent or discarded in another tab since it was offered: its slices would belong to nothing.
  if (!(await store.recording(kept.id))) throw new ApiError('recording_not_found', 404)
  const chunks = await store.chunks(kept.id)
  const there = await store.slices(kept.id)
  const stop = new AbortController()
  const slices = new SliceWriter(store, kept.id, (there.at(-1)?.n ?? -1) + 1, { onSaved: saved, onBroken: broken })
  const watch = {
    onSent: (ms: number) => dispatch({ type: 'sent', ms }),
    onWaiting: (is: boolean) => dispatch({ type: 'offline', is }),
    onChange: tell,
  }
  const { uploader, book } = await sendersOf(store, kept, watch, stop.signal)
  const refused = (error: unknown) => dispatch({ type: 'refused', refusal: failureOf(error) })
  const sound = queue(kept.userId, stop.signal, (flush: boolean) => uploader.push(flush), refused)
  const marks = queue(kept.userId, stop.signal, (at: number | null) => book.push(at), refused)
  const capture = await Capture.open(deviceId, kept.mimeType, {
    onSlice: (blob, ms) => slices.add(blob, ms),
    onSwitched: () => {
      const t = words()
      dispatch({ type: 'switched' })
      mark(t.record.switchedMark)
    },
    onLost: () => dispatch({ type: 'lost' }),
  })
  // From here on nothing may fail: the microphone is on.
  take = { kept, capture, slices, uploader, book, sound, marks, stop, release }
  quietSince = performance.now()
  const savedMs = there.reduce((sum, slice) => sum + slice.ms, 0)
  const sentMs = chunks.reduce((sum, chunk) => sum + (chunk.sent ? chunk.ms : 0), 0)
  dispatch({ type: 'started', recordingId: kept.id, savedMs, sentMs })
  addEventListener('beforeunload', warn)
  document.addEventListener('visibilitychange', onVisibility)
  stop.signal.addEventListener('abort', onSession(sendAgain))
  keepAwake()
  // Asked for once; a browser that says no still keeps the slices as long as there is room.
  navigator.storage?.persist?.().catch(() => {})
}

function saved(ms: number) {
  dispatch({ type: 'slice', ms })
  const loud = level() > 0.02
  if (loud) quietSince = performance.now()
  dispatch({ type: 'level', silent: performance.now() - quietSince > 20_000 })
  send()
  sendMarks()
}

/** The device's disk is full or gone: it pauses and says so. What couldn't be saved waits for the next try. */
function broken() {
  take?.capture.pause()
  dispatch({ type: 'broken' })
}

const send = (flush = false) => take?.sound(flush)
const sendMarks = (at: number | null = recordedSeconds()) => take?.marks(at)
const sendAgain = () => {
  send(state.phase === 'paused')
  sendMarks()
}

export async function pause() {
  take?.capture.pause()
  dispatch({ type: 'pause' })
  await take?.slices.flush()
  send(true)
}

export async function resume() {
  try {
    const saved = await take?.slices.flush()
    // Finished or stopped meanwhile: the microphone stays off.
    if (!saved || state.phase !== 'paused') return
    await take?.capture.resume()
    dispatch({ type: 'resume' })
  } catch {
    // The browser gives no reason that would help: the microphone was taken away while we paused.
    dispatch({ type: 'lost' })
  }
}

export const toggle = () => (state.phase === 'recording' ? pause() : resume())

/** Stops, sends the rest and finalizes; resolves with the recording's id. Offline it waits for the network. */
export async function finish(): Promise<string | null> {
  if (!isActive(state) || !take) return null
  const { kept, uploader, book } = take
  if (!(await settle(take))) return null
  try {
    await sendAll({ uploader, book })
    dispatch({ type: 'finished' })
    return kept.id
  } catch (error) {
    dispatch({ type: 'fail', failure: failureOf(error) })
    return null
  } finally {
    await end()
  }
}

/** Stops and leaves it on this device, like what a closed tab leaves. False, and nothing has ended, when the disk is full. */
export async function halt(): Promise<boolean> {
  if (!isActive(state) || !take) return true
  const { book } = take
  if (!(await settle(take))) return false
  await book.saved
  await end()
  dispatch({ type: 'finished' })
  return true
}

/** Lets the microphone go; resolves to whether the disk has all of the sound. If not, it waits here for a resume. */
async function settle({ capture, slices }: Take) {
  dispatch({ type: 'finish' })
  await capture.stop()
  return slices.flush()
}

export const reset = () => dispatch({ type: 'reset' })

async function end() {
  const ended = take
  take = null
  removeEventListener('beforeunload', warn)
  document.removeEventListener('visibilitychange', onVisibility)
  wakeLock?.release()
  wakeLock = null
  ended?.stop.abort()
  await ended?.release()
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

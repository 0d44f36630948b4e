import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Chunk } from '@/api/chunks'
import { sha256 } from '@/api/digest'
import { ApiError } from '@/api/problem'
import type { Session } from '@/api/types'
import { signedIn, signedOut } from '@/session/session'
import { fakeLocks } from '@/test/locks'
import { fakeMicrophone } from '@/test/microphone'
import { discardLeftover, leftoversQuery, sendLeftover } from './leftovers'
import { finish, goOn, halt, mark, pause, recordedSeconds, recorderState, reset, resume, start } from './recorder'
import { localStore } from './store'

const kipu = vi.hoisted(() => ({
  /** What it answers to sound and marks; null takes them. */
  refusal: null as Error | null,
  markRefusal: null as Error | null,
  /** Resolves when the next chunk may arrive. */
  gate: Promise.resolve(),
  chunks: new Map<string, Blob>(),
  finalized: new Map<string, string>(),
  next: 0,
}))

vi.mock('@/api/chunks', () => ({
  createRecording: async () => ({ id: `r${kipu.next++}` }),
  sendChunk: async ({ recordingId, index, body }: Chunk) => {
    await kipu.gate
    if (kipu.refusal) throw kipu.refusal
    kipu.chunks.set(`${recordingId}/${index}`, body)
  },
  finalize: async (id: string, { sha256 }: { sha256: string }) => kipu.finalized.set(id, sha256),
}))
vi.mock('@/api/markers', async (original) => ({
  ...(await original()),
  putMarker: async () => {
    if (kipu.markRefusal) throw kipu.markRefusal
  },
}))

const as = (id: string) =>
  signedIn({ success: true, user: { id }, organization: { id: 'quipu' }, accessToken: 'token' } as unknown as Session)

let microphone: ReturnType<typeof fakeMicrophone>
let locks: Set<string>

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  microphone = fakeMicrophone()
  locks = fakeLocks()
  Object.assign(kipu, { refusal: null, markRefusal: null, gate: Promise.resolve(), chunks: new Map(), finalized: new Map() })
  as('ana')
})
afterEach(async () => {
  vi.restoreAllMocks()
  await halt()
  reset()
  signedOut()
  for (const { id } of await (await localStore()).all('ana')) await (await localStore()).remove(id)
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const begin = () => start({ title: 'Comité', language: 'auto', deviceId: null })
const leftovers = () => new QueryClient().fetchQuery(leftoversQuery(null))
const saved = (seconds: number) => vi.waitFor(() => expect(Math.floor(recorderState().savedMs / 1000)).toBe(seconds))
/** Five seconds are one chunk. */
function say(...texts: string[]) {
  for (const text of texts) {
    vi.advanceTimersByTime(1000)
    microphone.say(text)
  }
}
const FIVE = ['a', 'b', 'c', 'd', 'e']
const chunks = () => [...kipu.chunks.keys()]
const whole = async (id: string) => sha256(new Blob([...kipu.chunks].filter(([key]) => key.startsWith(`${id}/`)).map(([, body]) => body)))

describe('a recording that Kipu refuses', () => {
  it('goes on, says why, and is sent when Kipu takes it again', async () => {
    await begin()
    kipu.refusal = new ApiError('organization_suspended', 403)
    say(...FIVE)
    await vi.waitFor(() => expect(recorderState().refusal).toBe(kipu.refusal))
    expect(recorderState().phase).toBe('recording')
    expect(microphone.live()).toBe(1)

    kipu.refusal = null
    vi.advanceTimersByTime(30_000)
    say('f')
    await vi.waitFor(() => expect(chunks()).toHaveLength(1))
    await vi.waitFor(() => expect(recorderState().refusal).toBeNull())
    const id = await finish()
    expect(kipu.finalized.get(id ?? '')).toBe(await whole(id ?? ''))
  })

  it('is not sent each second to be refused again', async () => {
    await begin()
    kipu.refusal = new ApiError('chunk_conflict', 409)
    say(...FIVE)
    await vi.waitFor(() => expect(recorderState().refusal).not.toBeNull())
    kipu.refusal = null
    say('f', 'g')
    await saved(7)
    expect(chunks()).toEqual([])
  })

  it('waits for its owner to sign in again, and for nobody else', async () => {
    await begin()
    signedOut()
    say(...FIVE)
    await saved(5)
    as('berta')
    expect(recorderState().phase).toBe('recording')
    say('f')
    await saved(6)
    expect(chunks()).toEqual([])
    as('ana')
    await vi.waitFor(() => expect(chunks()).toHaveLength(1))
  })

  it('goes on when it is only a mark that is refused', async () => {
    await begin()
    kipu.markRefusal = new ApiError('forbidden', 403)
    mark('here')
    vi.advanceTimersByTime(20_000)
    say(...FIVE)
    await vi.waitFor(() => expect(chunks()).toHaveLength(1))
    expect(recorderState().phase).toBe('recording')
    kipu.markRefusal = null
    expect(await finish()).not.toBeNull()
  })

  it('at its end lets go of the microphone and of itself: the next one has its own sound', async () => {
    await begin()
    const id = recorderState().recordingId ?? ''
    say(...FIVE)
    kipu.refusal = new ApiError('already_finalized', 409)
    expect(await finish()).toBeNull()
    expect(recorderState()).toMatchObject({ phase: 'failed', failure: { code: 'already_finalized' } })
    expect(microphone.live()).toBe(0)
    expect([...locks]).toEqual([])
    expect((await leftovers()).map((leftover) => leftover.id)).toContain(id)

    kipu.refusal = null
    await begin()
    say('f')
    await saved(1)
  })
})

describe('a recording that is stopped to sign out', () => {
  it('lets go of the microphone and stays on this device with its last second', async () => {
    await begin()
    const id = recorderState().recordingId ?? ''
    say('a', 'b')
    expect(await halt()).toBe(true)
    expect(recorderState().phase).toBe('idle')
    expect(microphone.live()).toBe(0)
    expect([...locks]).toEqual([])
    const store = await localStore()
    expect(await (await store.sound(id, '')).text()).toBe('abend; ')
  })

  it('goes on later under new numbers, and is whole in the end', async () => {
    await begin()
    say('a', 'b')
    await halt()
    const [leftover] = await leftovers()
    if (!leftover) throw new Error('Nothing was left.')
    await goOn(leftover)
    say('c')
    const id = await finish()
    expect(id).toBe(leftover.id)
    expect(kipu.finalized.get(leftover.id)).toBe(await sha256(new Blob(['abend; ', 'cend; '])))
  })
})

describe('a full disk', () => {
  const full = async () => {
    const store = await localStore()
    return vi.spyOn(store, 'addSlice').mockRejectedValue(new DOMException('', 'QuotaExceededError'))
  }

  it('pauses the recording and loses nothing of it', async () => {
    await begin()
    const disk = await full()
    say('a')
    await vi.waitFor(() => expect(recorderState()).toMatchObject({ phase: 'paused', notice: 'broken' }))
    expect(microphone.recorder().state).toBe('paused')
    await resume()
    expect(recorderState()).toMatchObject({ phase: 'paused', notice: 'broken' })
    expect(recordedSeconds()).toBe(1)

    disk.mockRestore()
    await resume()
    expect(recorderState()).toMatchObject({ phase: 'recording', notice: null })
    say('b')
    const id = await finish()
    expect(kipu.finalized.get(id ?? '')).toBe(await sha256(new Blob(['abend; '])))
  })

  it('ends no recording whose last second it refuses, neither by finishing nor by signing out', async () => {
    await begin()
    const disk = await full()
    expect(await finish()).toBeNull()
    expect(recorderState()).toMatchObject({ phase: 'paused', notice: 'broken' })
    expect(microphone.live()).toBe(0)
    expect(await halt()).toBe(false)

    disk.mockRestore()
    await resume()
    expect(microphone.live()).toBe(1)
    await pause()
    const id = await finish()
    expect(kipu.finalized.get(id ?? '')).toBe(await sha256(new Blob(['end; end; '])))
  })
})

it('a recording that ends while it is being resumed leaves the microphone off', async () => {
  await begin()
  say('a')
  await pause()
  const resuming = resume()
  const ending = halt()
  await Promise.all([resuming, ending])
  expect(microphone.live()).toBe(0)
  expect(recorderState().phase).toBe('idle')
})

describe('a start that fails', () => {
  it.each([
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'other'],
  ])('for a microphone with %s is told as %s', async (name, failure) => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    microphone.answer = () => Promise.reject(new DOMException('', name))
    await begin()
    expect(recorderState()).toMatchObject({ phase: 'failed', failure })
  })

  it('for a browser that keeps nothing is told, and the microphone is off', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const store = await localStore()
    vi.spyOn(store, 'add').mockRejectedValue(new DOMException('', 'InvalidStateError'))
    await begin()
    expect(recorderState()).toMatchObject({ phase: 'failed', failure: 'other' })
    expect(microphone.live()).toBe(0)
  })
})

describe('what a recording leaves behind', () => {
  const leave = async () => {
    await begin()
    say('a')
    await halt()
    const [leftover] = await leftovers()
    if (!leftover) throw new Error('Nothing was left.')
    return leftover
  }

  it('is not offered, nor erased, while another tab has it', async () => {
    const { id } = await leave()
    locks.add(`kipu.rec:${id}`)
    expect(await leftovers()).toEqual([])
    expect(await discardLeftover(id)).toBe(false)
    expect(await (await localStore()).sliceNumbers(id)).toHaveLength(2)
    locks.clear()
    expect(await discardLeftover(id)).toBe(true)
    expect(await leftovers()).toEqual([])
  })

  it('is sent beside a new recording, and neither frees the other one', async () => {
    const leftover = await leave()
    let arrive = () => {}
    kipu.gate = new Promise((resolve) => {
      arrive = resolve
    })
    const sending = sendLeftover(leftover)
    await begin()
    const id = recorderState().recordingId
    expect([...locks].sort()).toEqual([`kipu.rec:${leftover.id}`, `kipu.rec:${id}`].sort())
    arrive()
    expect(await sending).toBe(true)
    expect([...locks]).toEqual([`kipu.rec:${id}`])
    expect(recorderState()).toMatchObject({ phase: 'recording', sentMs: 0 })
  })

  it('can not go on once it was sent or erased elsewhere', async () => {
    const leftover = await leave()
    await discardLeftover(leftover.id)
    await goOn(leftover)
    expect(recorderState()).toMatchObject({ phase: 'failed', failure: { code: 'recording_not_found' } })
    expect(microphone.live()).toBe(0)
    expect([...locks]).toEqual([])
  })
})

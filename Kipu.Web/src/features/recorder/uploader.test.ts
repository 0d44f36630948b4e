import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Chunk } from '@/api/chunks'
import { sha256 } from '@/api/digest'
import { ApiError, unreachable } from '@/api/problem'
import { RecorderStore } from './store'
import { ChunkUploader } from './uploader'

/** A server as Storage is: a chunk twice is fine with the same digest and a conflict with another. */
class Server {
  chunks = new Map<number, { sha: string; body: Blob }>()
  finalized: { totalChunks: number; sha256: string } | null = null
  fail: () => 'no' | 'before' | 'after' = () => 'no'

  send = async (chunk: Chunk) => {
    const failure = this.fail()
    if (failure === 'before') throw unreachable()
    const there = this.chunks.get(chunk.index)
    if (there && there.sha !== chunk.sha256) throw new ApiError('chunk_conflict', 409)
    this.chunks.set(chunk.index, { sha: chunk.sha256, body: chunk.body })
    // The answer got lost on its way: the client can't know that it was stored.
    if (failure === 'after') throw unreachable()
  }

  finalize = async (_: string, body: { totalChunks: number; sha256: string }) => {
    const missing = Array.from({ length: body.totalChunks }, (_, index) => index).filter((index) => !this.chunks.has(index))
    if (missing.length > 0) throw new ApiError('missing_chunks', 409, null, null, {}, { missing })
    this.finalized = body
  }

  whole = () => new Blob([...this.chunks.entries()].sort(([a], [b]) => a - b).map(([, chunk]) => chunk.body))
}

let store: RecorderStore
let server: Server
let name = 0

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  store = await RecorderStore.open(`test-${name++}`)
  server = new Server()
})
afterEach(() => {
  vi.useRealTimers()
  store.close()
})

const slice = (n: number) => new Blob([`slice ${n}; `.repeat((n % 3) + 1)])
const record = async (from: number, to: number) => {
  for (let n = from; n < to; n++) await store.addSlice({ rec: 'r', n, ms: 1000, blob: slice(n) })
}
const uploader = () =>
  new ChunkUploader(store, 'r', 'audio/webm', server, { onSent: () => {}, onWaiting: () => {} }, new AbortController().signal)

/** Lets the retries' waits pass until the work is done. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  let done = false
  const end = () => {
    done = true
  }
  work.then(end, end)
  while (!done) await vi.advanceTimersByTimeAsync(30_000)
  return work
}

describe('the uploader', () => {
  it('sends what was recorded, byte for byte, and then forgets the local copy', async () => {
    await record(0, 12)
    await patiently(uploader().finish())
    const recorded = new Blob(Array.from({ length: 12 }, (_, n) => slice(n)))
    expect(await sha256(server.whole())).toBe(await sha256(recorded))
    expect(server.finalized).toMatchObject({ totalChunks: 3, sha256: await sha256(recorded) })
    expect(await store.sliceNumbers('r')).toEqual([])
  })

  it('keeps the local copy until the server has checked it', async () => {
    await record(0, 5)
    await patiently(uploader().push())
    expect(server.chunks.size).toBe(1)
    expect(await store.sliceNumbers('r')).toHaveLength(5)
  })

  it('sends a chunk as it was first made, also after a reload with more slices', async () => {
    await record(0, 3)
    server.fail = () => 'before'
    const interrupted = uploader()
    interrupted.push(true)
    await vi.waitFor(async () => expect(await store.chunks('r')).toHaveLength(1))
    await record(3, 9)
    server.fail = () => 'no'
    await patiently(uploader().finish())
    expect([...server.chunks.keys()]).toEqual([0, 1, 2])
    expect(await sha256(server.whole())).toBe(server.finalized?.sha256)
  })

  it('sends all there is when a slice is missing in between, and has it checked by what it sent', async () => {
    await record(0, 3)
    await record(4, 9)
    await patiently(uploader().finish())
    const recorded = new Blob([0, 1, 2, 4, 5, 6, 7, 8].map(slice))
    expect(await sha256(server.whole())).toBe(await sha256(recorded))
    expect(server.finalized?.sha256).toBe(await sha256(recorded))
  })

  it('sends exactly those chunks again that the server lacks', async () => {
    await record(0, 15)
    await patiently(uploader().push(true))
    server.chunks.delete(1)
    const sent = vi.spyOn(server, 'send')
    await patiently(uploader().finish())
    expect(sent.mock.calls.map(([chunk]) => chunk.index)).toEqual([1])
    expect(server.finalized).not.toBeNull()
  })

  it('stops at a refusal, and loses nothing', async () => {
    await record(0, 5)
    server.send = async () => {
      throw new ApiError('chunk_conflict', 409)
    }
    await expect(patiently(uploader().finish())).rejects.toMatchObject({ code: 'chunk_conflict' })
    expect(await store.sliceNumbers('r')).toHaveLength(5)
  })

  it.each(Array.from({ length: 25 }, (_, seed) => seed))('ends with every chunk exactly once, whatever fails (seed %i)', async (seed) => {
    let state = seed * 2654435761 + 1
    const random = () => {
      state = (state * 1664525 + 1013904223) >>> 0
      return state / 4294967296
    }
    server.fail = () => (random() < 0.3 ? 'before' : random() < 0.3 ? 'after' : 'no')
    const total = 3 + Math.floor(random() * 20)
    let recorded = 0
    let current = uploader()
    while (recorded < total) {
      const more = Math.min(total, recorded + 1 + Math.floor(random() * 6))
      await record(recorded, more)
      recorded = more
      if (random() < 0.7) await patiently(current.push(random() < 0.3))
      // A reload: whatever the page knew is gone, the disk is not.
      if (random() < 0.4) current = uploader()
    }
    await patiently(current.finish())
    const whole = new Blob(Array.from({ length: total }, (_, n) => slice(n)))
    expect(await sha256(server.whole())).toBe(await sha256(whole))
    expect([...server.chunks.keys()].sort((a, b) => a - b)).toEqual(Array.from({ length: server.chunks.size }, (_, index) => index))
  })
})

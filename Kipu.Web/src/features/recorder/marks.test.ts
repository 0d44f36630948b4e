import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiError, unreachable } from '@/api/problem'
import type { MarkerContent } from '@/api/types'
import { MarkBook } from './markBook'
import { isDue, isForgotten, isOwed, newMark } from './marks'
import { RecorderStore } from './store'

/** A server as Recordings is: a marker stays one, however often it is put. */
class Server {
  markers = new Map<string, MarkerContent>([['theirs', { atSeconds: 0.5, text: 'theirs' }]])
  fail: () => 'no' | 'before' | 'after' = () => 'no'

  put = (_: string, id: string, marker: MarkerContent) => this.answer(() => this.markers.set(id, marker))

  remove = (_: string, id: string) => this.answer(() => this.markers.delete(id))

  says = () => [...this.markers.values()].map(({ atSeconds, text }) => [atSeconds, text]).sort(([a], [b]) => Number(a) - Number(b))

  private async answer<T>(work: () => T): Promise<T> {
    const failure = this.fail()
    if (failure === 'before') throw unreachable()
    const done = work()
    // The answer got lost on its way: the client can't know that it was done.
    if (failure === 'after') throw unreachable()
    return done
  }
}

const THEIRS: [number, string] = [0.5, 'theirs']

let store: RecorderStore
let server: Server
let name = 0

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  store = await RecorderStore.open(`marks-${name++}`)
  await store.add({ id: 'r', userId: 'u', title: 'Comité', mimeType: 'audio/webm', createdAt: '' })
  server = new Server()
})
afterEach(() => {
  vi.useRealTimers()
  store.close()
})

const open = () => MarkBook.open(store, 'r', server, { onChange: () => {}, onWaiting: () => {} }, new AbortController().signal)

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

describe('a mark', () => {
  it('goes out when its note had its time and nobody writes in it, or when all does', () => {
    const mark = newMark('r', 'a', 20, '')
    expect([20, 29, 30].map((at) => isDue(mark, at, null))).toEqual([false, false, true])
    expect(isDue(mark, 60, 'a')).toBe(false)
    expect(isDue(mark, null, 'a')).toBe(true)
    expect(isDue({ ...mark, removed: true }, 20, null)).toBe(true)
  })

  it('is owed to Kipu until Kipu has what it says', () => {
    const mark = newMark('r', 'a', 1, ' x ')
    expect(isOwed(mark)).toBe(true)
    expect(isOwed({ ...mark, known: { text: 'x' } })).toBe(false)
    expect(isOwed({ ...mark, known: { text: 'y' } })).toBe(true)
    expect(isOwed({ ...mark, refused: true })).toBe(false)
  })

  it('that was taken back is owed as long as Kipu has or may have it, then forgotten', () => {
    const mark = { ...newMark('r', 'a', 1, ''), removed: true }
    for (const kept of [
      { ...mark, asked: true },
      { ...mark, known: { text: null } },
    ]) {
      expect([isOwed(kept), isForgotten(kept)]).toEqual([true, false])
    }
    expect([isOwed(mark), isForgotten(mark)]).toEqual([false, true])
  })
})

describe('the book of marks', () => {
  it('shows a mark at once, and the same moment as one', async () => {
    const book = await open()
    const mark = book.add(3)
    expect(book.add(3)).toBe(mark)
    expect(book.list.map(({ atSeconds }) => atSeconds)).toEqual([3])
  })

  it('keeps marks and notes over a reload, and sends them then', async () => {
    const book = await open()
    const mark = book.add(7)
    book.focus(mark?.id ?? null)
    book.write(mark?.id ?? '', 'Citar est')
    book.write(mark?.id ?? '', 'Citar esto')
    await book.saved
    await patiently((await open()).finish())
    expect(server.says()).toEqual([THEIRS, [7, 'Citar esto']])
  })

  it('changes and removes what is there already, and leaves the markers of others alone', async () => {
    const book = await open()
    const [kept, gone] = [book.add(1), book.add(2)]
    await patiently(book.push(null))
    book.write(kept?.id ?? '', 'late note')
    book.remove(gone?.id ?? '')
    await patiently(book.finish())
    expect(server.says()).toEqual([THEIRS, [1, 'late note']])
    expect(book.list).toHaveLength(1)
    expect(await store.marks('r')).toHaveLength(1)
  })

  it('says nothing of a mark that was taken back before it went out', async () => {
    const book = await open()
    book.remove(book.add(1)?.id ?? '')
    await patiently(book.finish())
    expect(server.says()).toEqual([THEIRS])
    expect(await store.marks('r')).toEqual([])
  })

  it.each([404, 409])('lets the sound go on when Kipu knows nothing of its recording any more (%i)', async (status) => {
    const book = await open()
    const [put, removed] = [book.add(1), book.add(2)]
    await patiently(book.push(null))
    server.put = server.remove = async () => {
      throw new ApiError('recording_not_found', status)
    }
    book.write(put?.id ?? '', 'late note')
    book.remove(removed?.id ?? '')
    await patiently(book.finish())
    expect(book.list.map(({ refused }) => refused)).toEqual([true])
  })

  it('lets the sound go on when Kipu takes no more, and stops when it is refused altogether', async () => {
    const book = await open()
    book.add(1)
    server.put = async () => {
      throw new ApiError('validation_failed', 400)
    }
    await patiently(book.finish())
    expect(book.list[0]?.refused).toBe(true)
    book.add(2)
    server.put = async () => {
      throw new ApiError('http_401', 401)
    }
    await expect(patiently(book.finish())).rejects.toMatchObject({ status: 401 })
    expect(await store.marks('r')).toHaveLength(2)
  })

  it.each(Array.from({ length: 25 }, (_, seed) => seed))('ends with every mark exactly once, whatever fails (seed %i)', async (seed) => {
    let state = seed * 2654435761 + 1
    const random = () => {
      state = (state * 1664525 + 1013904223) >>> 0
      return state / 4294967296
    }
    server.fail = () => (random() < 0.25 ? 'before' : random() < 0.25 ? 'after' : 'no')
    const wanted = new Map<number, string | null>([THEIRS])
    let book = await open()
    for (let at = 1; at <= 15; at++) {
      book.add(at)
      wanted.set(at, null)
      const some = book.list[Math.floor(random() * book.list.length)]
      if (some && random() < 0.4) {
        book.write(some.id, `note ${at}`)
        wanted.set(some.atSeconds, `note ${at}`)
      } else if (some && random() < 0.2) {
        book.remove(some.id)
        wanted.delete(some.atSeconds)
      }
      if (random() < 0.6) await patiently(book.push(random() < 0.5 ? null : at))
      if (random() < 0.3) {
        // A reload: whatever the page knew is gone, the disk is not.
        await book.saved
        book = await open()
      }
    }
    await patiently(book.finish())
    expect(server.says()).toEqual([...wanted].sort(([a], [b]) => a - b))
  })
})

it('marks go when their recording does', async () => {
  const book = await open()
  book.add(1)
  await book.saved
  expect(await store.marks('r')).toHaveLength(1)
  await store.remove('r')
  expect(await store.marks('r')).toEqual([])
})

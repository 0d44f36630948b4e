import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SliceWriter } from './slices'
import { RecorderStore } from './store'

let store: RecorderStore
let name = 0

beforeEach(async () => {
  store = await RecorderStore.open(`slices-${name++}`)
})
afterEach(() => store.close())

const watch = () => ({ onSaved: vi.fn(), onBroken: vi.fn() })
const written = async () => Promise.all((await store.slices('r')).map(async ({ n, blob }) => [n, await blob.text()]))

/** The disk is full for so many tries. */
function full(tries: number) {
  const addSlice = store.addSlice.bind(store)
  vi.spyOn(store, 'addSlice').mockImplementation((slice) =>
    tries-- > 0 ? Promise.reject(new DOMException('', 'QuotaExceededError')) : addSlice(slice),
  )
}

describe('the writer of slices', () => {
  it('tries what the disk refused once more before it gives up', async () => {
    full(1)
    const told = watch()
    expect(await new SliceWriter(store, 'r', 0, told).add(new Blob(['a']), 1000)).toBe(true)
    expect(told.onBroken).not.toHaveBeenCalled()
    expect(await written()).toEqual([[0, 'a']])
  })

  it('keeps what the disk refuses, and writes it first when there is room', async () => {
    full(4)
    const told = watch()
    const writer = new SliceWriter(store, 'r', 7, told)
    writer.add(new Blob(['a']), 1000)
    expect(await writer.add(new Blob(['b']), 500)).toBe(false)
    expect(writer.waitingMs).toBe(1500)
    expect(told.onBroken).toHaveBeenCalledTimes(2)

    expect(await writer.flush()).toBe(true)
    await writer.add(new Blob(['c']), 1000)
    expect(await written()).toEqual([
      [7, 'a'],
      [8, 'b'],
      [9, 'c'],
    ])
    expect(told.onSaved.mock.calls).toEqual([[1000], [500], [1000]])
    expect(writer.waitingMs).toBe(0)
  })
})

import { expect, it } from 'vitest'
import { groupSlices } from './grouping'

it('makes a chunk of five slices, and leaves the rest for later', () => {
  expect(groupSlices(12, [], false)).toEqual([
    { index: 0, from: 0, to: 5 },
    { index: 1, from: 5, to: 10 },
  ])
})

it('goes on after the chunks there are', () => {
  expect(groupSlices(12, [{ to: 5 }, { to: 7 }], false)).toEqual([{ index: 2, from: 7, to: 12 }])
})

it('takes the rest too when it has to flush, and nothing when there is no rest', () => {
  expect(groupSlices(7, [{ to: 5 }], true)).toEqual([{ index: 1, from: 5, to: 7 }])
  expect(groupSlices(5, [{ to: 5 }], true)).toEqual([])
})

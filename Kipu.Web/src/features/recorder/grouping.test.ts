import { expect, it } from 'vitest'
import { groupSlices } from './grouping'

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n)

it('makes a chunk of five slices, and leaves the rest for later', () => {
  expect(groupSlices(upTo(12), [], false)).toEqual([
    { index: 0, from: 0, to: 5 },
    { index: 1, from: 5, to: 10 },
  ])
})

it('goes on after the chunks there are', () => {
  expect(groupSlices(upTo(12), [{ to: 5 }, { to: 7 }], false)).toEqual([{ index: 2, from: 7, to: 12 }])
})

it('takes the rest too when it has to flush, and nothing when there is no rest', () => {
  expect(groupSlices(upTo(7), [{ to: 5 }], true)).toEqual([{ index: 1, from: 5, to: 7 }])
  expect(groupSlices(upTo(5), [{ to: 5 }], true)).toEqual([])
})

it('takes those that there are, also where a number is missing', () => {
  expect(groupSlices([0, 1, 2, 4, 5, 7, 8], [], true)).toEqual([
    { index: 0, from: 0, to: 6 },
    { index: 1, from: 7, to: 9 },
  ])
})

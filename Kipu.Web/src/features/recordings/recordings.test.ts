import { describe, expect, it } from 'vitest'
import { strandsOf } from './cordlet'
import { parseFilter, wordsOf } from './filter'
import { pieces } from './moments'

describe('a cordlet', () => {
  const speakers = [{ share: 0.6 }, { share: 0.38 }, { share: 0.02 }]

  it('gives each person strands by their share, and at least one', () => {
    const strands = strandsOf(speakers, 0, 0)
    const counts = [0, 1, 2].map((speaker) => strands.filter((strand) => strand.speaker === speaker).length)
    expect(counts).toEqual([6, 4, 1])
  })

  it('ties as many knots as there are decisions and tasks', () => {
    const knots = strandsOf(speakers, 2, 3).map((strand) => strand.knot)
    expect(knots.filter((knot) => knot === 'decision')).toHaveLength(2)
    expect(knots.filter((knot) => knot === 'task')).toHaveLength(3)
  })

  it('is empty when nobody spoke', () => {
    expect(strandsOf([], 2, 2)).toEqual([])
  })
})

describe('a filter', () => {
  it('takes from the URL what it knows', () => {
    expect(parseFilter({ q: 2026, show: 'failed', find: true, other: 1 })).toEqual({ q: '2026', show: 'failed', find: true })
    expect(parseFilter({ show: 'everything' })).toEqual({})
  })

  it('searches from two letters on', () => {
    expect([' p ', 'pr', undefined].map((q) => wordsOf({ q }))).toEqual([null, 'pr', null])
  })
})

describe('a snippet', () => {
  it('is cut at its hits', () => {
    expect(pieces('la plantilla de Meta', [[3, 9]]).map(({ text, hit }) => [text, hit])).toEqual([
      ['la ', false],
      ['plantilla', true],
      [' de Meta', false],
    ])
  })

  it('is whole also when ranges overlap or point outside', () => {
    const ranges = [
      [3, 4],
      [2, 3],
      [15, 90],
    ]
    expect(
      pieces('la plantilla', ranges)
        .map(({ text }) => text)
        .join(''),
    ).toBe('la plantilla')
  })
})

import { describe, expect, it } from 'vitest'
import type { Analysis, Turn } from '@/api/types'
import { es } from '@/i18n/es'
import { choiceOf, wishesOf } from './again'
import { barHeights } from './bars'
import { hitsIn } from './find'
import { tie } from './knots'
import { withMarker, without } from './markers'
import { gapsBefore, gapsOf, type Knot, knotsOf, LIMITS, limitsOf, momentOf, turnAt, withOpened, writtenIn } from './model'
import { memberOf, proposed } from './people'
import { byUse, suggested, withTags } from './tags'

const knot = (at: number): Knot => ({ kind: 'task', id: `k${at}`, at, text: '', state: 'verified' })
const marker = (id: string, atSeconds: number, text: string | null = null) => ({ id, atSeconds, text, userId: null, createdAt: '' })
const turn = (segmentId: string, startSeconds: number, endSeconds: number): Turn => ({
  segmentId,
  startSeconds,
  endSeconds,
  speakerId: 's',
  speaker: 'S',
  text: '',
  timestamp: '',
  confidence: null,
  language: null,
})

describe('knots', () => {
  it('stand at their moments', () => {
    expect(tie([knot(25), knot(75)], 100, 1000).map(({ x }) => x)).toEqual([250, 750])
  })

  it('are tied together when they would touch, and none is lost', () => {
    const tied = tie([knot(50), knot(51), knot(90)], 100, 1000)
    expect(tied.map(({ knots }) => knots.length)).toEqual([2, 1])
    expect(tied[0]?.x).toBe(505)
  })

  it('stay on the cord also when their moment lies past its end', () => {
    expect(tie([knot(500)], 100, 1000)[0]?.x).toBe(1000)
  })

  it('are decisions, tasks and markers in the order of their moments, and markers also before there is an analysis', () => {
    const found = { text: 'x', evidence: [], state: 'verified' }
    const analysis = { decisions: [{ ...found, id: 'd', atSeconds: 9 }], actionItems: [{ ...found, id: 't', atSeconds: null }] }
    const markers = [marker('m1', 4, 'Citar esto'), marker('m2', 12)]
    expect(knotsOf(analysis as unknown as Analysis, markers).map(({ kind, id, text }) => [kind, id, text])).toEqual([
      ['marker', 'm1', 'Citar esto'],
      ['decision', 'd', 'x'],
      ['marker', 'm2', ''],
    ])
    expect(knotsOf(undefined, markers).map(({ at }) => at)).toEqual([4, 12])
  })

  it('are called by their words, and a mere marker by its moment', () => {
    expect(es.recording.knot('Marca', '0:04', 'Citar esto')).toBe('Marca, 0:04: Citar esto')
    expect(es.recording.knot('Marca', '0:12', '')).toBe('Marca, 0:12')
  })

  it('never stand nearer than their targets allow, however many there are', () => {
    const tied = tie(
      Array.from({ length: 60 }, (_, index) => knot(index)),
      60,
      390,
    )
    expect(tied.reduce((sum, { knots }) => sum + knots.length, 0)).toBe(60)
    for (let index = 1; index < tied.length; index++) expect((tied[index]?.x ?? 0) - (tied[index - 1]?.x ?? 0)).toBeGreaterThan(24)
  })
})

it('one marker is set or removed, and the others stay as they are', () => {
  const markers = [marker('b', 2), marker('a', 9, 'x')]
  expect(withMarker(markers, marker('c', 5))).toEqual([markers[0], marker('c', 5), markers[1]])
  expect(withMarker(markers, marker('b', 2, 'y'))).toEqual([marker('b', 2, 'y'), markers[1]])
  expect(without(markers, 'a')).toEqual([markers[0]])
})

describe('the turn that is heard', () => {
  const turns = [turn('a', 0, 4), turn('b', 4, 9), turn('c', 12, 20)]

  it('is the one whose time it is', () => {
    expect([0, 3.9, 4, 19.9].map((at) => turnAt(turns, at))).toEqual([0, 0, 1, 2])
  })

  it("is nobody's between two and outside of all", () => {
    expect([10, 20, -1].map((at) => turnAt(turns, at))).toEqual([-1, -1, -1])
  })

  it('is found for a statement by the first of its segments that is there', () => {
    expect(momentOf(['x', 'b'], turns)).toBe(4)
    expect(momentOf(['x'], turns)).toBeNull()
  })
})

it('gaps are what is missing, failed or kept without words, and silence is none', () => {
  const spans = [
    { from: 0, to: 5, state: 'transcribed' as const, reason: null },
    { from: 5, to: 7, state: 'silent' as const, reason: null },
    { from: 7, to: 9, state: 'missing' as const, reason: null },
    { from: 9, to: 9, state: 'failed' as const, reason: null },
    { from: 9, to: 12, state: 'stored' as const, reason: null },
  ]
  expect(gapsOf(spans)).toEqual([spans[2], spans[4]])
})

it('all gaps stand before the turn that follows them, or behind the last', () => {
  const gap = (from: number) => ({ from, to: from + 1, state: 'failed' as const, reason: null })
  const before = gapsBefore([turn('a', 0, 1), turn('b', 9, 12)], [gap(2), gap(5), gap(20), gap(30)])
  expect([...before].map(([index, gaps]) => [index, gaps.map(({ from }) => from)])).toEqual([
    [1, [2, 5]],
    [2, [20, 30]],
  ])
})

it('a turn that somebody writes in stays in its place when a newer analysis no longer has it', () => {
  const turns = [turn('a', 0, 4), turn('b', 9, 12)]
  const [known, gone] = [turn('b', 5, 9), turn('c', 5, 9)]
  expect(withOpened(turns, [known])).toBe(turns)
  expect(withOpened(turns, [gone])).toEqual([turns[0], gone, turns[1]])
})

describe('finding in a transcript', () => {
  it('is blind to accents and case, and points into the original', () => {
    const text = 'La Decisión: decision'
    expect(hitsIn(text, 'DECISION').map(([at, length]) => text.slice(at, at + length))).toEqual(['Decisión', 'decision'])
  })

  it('points right also where accents are letters of their own', () => {
    const text = 'decisio\u0301n final'
    expect(hitsIn(text, 'final')).toEqual([[10, 5]])
  })

  it('begins at two letters', () => {
    expect(hitsIn('aaa', 'a')).toEqual([])
  })
})

describe('bars', () => {
  it('show the loudest peak of their stretch', () => {
    expect(barHeights([0, 100, 50, 25], 2)).toEqual([1, 0.5])
  })

  it('do not blow up the noise of a silent recording', () => {
    expect(Math.max(...barHeights([1, 2, 1], 3))).toBeLessThan(0.1)
  })

  it('can be more than there are peaks', () => {
    expect(barHeights([255], 4)).toEqual([1, 1, 1, 1])
  })
})

describe('tags', () => {
  it('are added one by one or by commas, each once whatever its case', () => {
    expect(withTags(['Sede'], ' sede, presupuesto ,, Junta')).toEqual(['Sede', 'presupuesto', 'Junta'])
    expect(withTags(['Sede'], '  ')).toEqual(['Sede'])
  })

  it('are no more and no longer than the API takes', () => {
    const many = Array.from({ length: 19 }, (_, index) => `t${index}`)
    expect(withTags(many, 'a, b')).toEqual([...many, 'a'])
    expect(withTags([], 'x'.repeat(41))).toEqual(['x'.repeat(40)])
  })

  it('of other recordings come by how many have them, and are proposed while they fit', () => {
    const known = byUse([{ tags: ['Ventas', 'Sede'] }, { tags: ['sede'] }])
    expect(known).toEqual(['Sede', 'Ventas'])
    expect(suggested(known, ['SEDE'], '')).toEqual(['Ventas'])
    expect(suggested(known, [], 'ven')).toEqual(['Ventas'])
  })
})

describe('what an engine could not do', () => {
  it('is said of its reasons, each in words', () => {
    expect(limitsOf(['not_translated', 'low_accuracy_model', 'template_not_applied'])).toEqual(['template_not_applied', 'not_translated'])
    expect(limitsOf(['partial_audio'])).toEqual([])
    expect(Object.keys(es.recording.limits)).toEqual([...LIMITS])
  })

  it('tells which language the findings are in', () => {
    const analysis = (prompt: string | null, ...reasons: string[]) => ({ language: 'en', engine: { prompt, reasons } }) as Analysis
    expect(writtenIn(analysis('a1'), 'es')).toBe('es')
    expect(writtenIn(analysis('a1'), 'spoken')).toBe('en')
    expect(writtenIn(analysis('a1'))).toBeUndefined()
    expect(writtenIn(analysis(null), 'es')).toBe('en')
    expect(writtenIn(analysis('a1', 'not_translated'), 'es')).toBe('en')
  })
})

describe('analysing again', () => {
  const usual = { template: null, outputLanguage: null }

  it('keeps the words that there are, and changes nothing that was not chosen', () => {
    expect(wishesOf(usual, choiceOf(usual, true))).toEqual({ keepWords: true })
    expect(wishesOf(usual, choiceOf(usual, false))).toEqual({ keepWords: false })
    const own = { template: 'sales', outputLanguage: 'en' }
    expect(wishesOf(own, { ...choiceOf(own, true), keepWords: false })).toEqual({ keepWords: false })
  })

  it('is as another kind of meeting, as none, or in another language', () => {
    expect(wishesOf(usual, { template: 'sales', outputLanguage: 'spoken', keepWords: true })).toEqual({
      keepWords: true,
      template: 'sales',
      outputLanguage: 'spoken',
    })
    expect(wishesOf(usual, { ...choiceOf(usual, true), template: '' })).toEqual({ keepWords: true, template: '' })
    expect(wishesOf({ ...usual, template: '' }, { ...choiceOf(usual, true), template: '' })).toEqual({ keepWords: true })
  })

  it("goes back to the organization's setting", () => {
    const own = { template: 'sales', outputLanguage: 'en' }
    expect(wishesOf(own, choiceOf(usual, true))).toEqual({ keepWords: true, template: '-', outputLanguage: '-' })
  })
})

describe('naming a voice', () => {
  const people = [
    { name: 'Lucía', userId: 'u1' },
    { name: 'Ana', userId: null },
    { name: 'Beto', userId: 'gone' },
  ]
  const colleagues = [
    { id: 'u1', name: 'Lucía Fernández' },
    { id: 'u2', name: 'Ana' },
    { id: 'u3', name: 'Omar' },
    { id: 'u4', name: 'Omar' },
  ]

  it('proposes the names that were given before, the latest first, then members, each once', () => {
    expect(proposed(people, colleagues)).toEqual(['Lucía', 'Ana', 'Beto', 'Lucía Fernández', 'Omar'])
  })

  it('knows the member by their name, or by who was called so before', () => {
    expect(['Ana', 'Lucía', 'Omar', 'Beto', 'Nadie'].map((name) => memberOf(name, people, colleagues))).toEqual([
      'u2',
      'u1',
      undefined,
      undefined,
      undefined,
    ])
  })
})

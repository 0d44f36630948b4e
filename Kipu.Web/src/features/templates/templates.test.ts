import { describe, expect, it } from 'vitest'
import type { AnalysisTemplate } from '@/api/types'
import { type Draft, draftOf, moved, problemsOf, requestOf, sectionId, templateId, withSection } from './draft'

const none = new Set<string>()
const sales: AnalysisTemplate = {
  id: 'sales',
  name: 'Ventas',
  instructions: null,
  sections: [
    { id: 'needs', title: 'Necesidades', content: 'Lo que busca.' },
    { id: 'nextSteps', title: 'Próximos pasos', content: 'Lo acordado.' },
  ],
  version: 'v',
  isBuiltIn: true,
  updatedBy: null,
  updatedAt: null,
}
const draft = (change: Partial<Draft> = {}): Draft => ({ ...draftOf(sales), ...change })

describe("a section's id", () => {
  it('is its title in letters and digits that the API takes', () => {
    const titles = ['Próximos pasos', '  ¿Qué se pidió? ', 'NPS', 'Ñandú 2', '2.º trimestre', '結果', '—']
    expect(titles.map((title) => sectionId(title, none))).toEqual([
      'proximosPasos',
      'queSePidio',
      'nps',
      'nandu2',
      'section2Trimestre',
      'section',
      'section',
    ])
    for (const title of [...titles, 'x'.repeat(80)]) expect(sectionId(title, none)).toMatch(/^[a-z][A-Za-z0-9]{0,39}$/)
  })

  it('is numbered where another section has it, also where it fills its length', () => {
    expect(sectionId('Plan', new Set(['plan', 'plan2']))).toBe('plan3')
    expect(sectionId('x'.repeat(80), new Set(['x'.repeat(40)]))).toBe(`${'x'.repeat(39)}2`)
  })

  it('stays when the title changes, and is given only to a section that has none', () => {
    const renamed = draft({ sections: [{ key: 0, id: 'needs', title: 'Lo que pide', content: 'x' }] })
    const [kept, added] = requestOf({
      ...renamed,
      sections: [...renamed.sections, { key: 1, id: null, title: 'Needs', content: 'x' }],
    }).sections
    expect([kept?.id, added?.id]).toEqual(['needs', 'needs2'])
  })

  it('of two new sections with one title is one for each', () => {
    const twice = [0, 1].map((key) => ({ key, id: null, title: 'Riesgos', content: 'x' }))
    expect(requestOf(draft({ sections: twice })).sections.map(({ id }) => id)).toEqual(['riesgos', 'riesgos2'])
  })
})

it("an own kind's id is a slug of its name, and no other's", () => {
  expect(['Junta directiva', '1:1', '—', 'Comité técnico'].map((name) => templateId(name, none))).toEqual([
    'junta-directiva',
    'meeting-1-1',
    'meeting',
    'comite-tecnico',
  ])
  expect(templateId('Sales', new Set(['sales']))).toBe('sales-2')
  for (const name of ['Á'.repeat(80), 'a b '.repeat(20)]) {
    expect(templateId(name, new Set([templateId(name, none)]))).toMatch(/^[a-z][a-z0-9-]{0,39}$/)
  }
})

describe('what is written', () => {
  it('is taken as it is when nothing is missing or too long', () => {
    expect(problemsOf(draft())).toEqual({})
    expect(requestOf(draft())).toEqual({ name: 'Ventas', instructions: null, sections: sales.sections })
    expect(problemsOf(draft({ sections: [] }))).toEqual({})
  })

  it('loses the space around it, and instructions of nothing else are none', () => {
    const request = requestOf(
      draft({ name: ' Ventas ', instructions: ' \n', sections: [{ key: 0, id: 'a', title: ' A ', content: ' x ' }] }),
    )
    expect(request).toEqual({ name: 'Ventas', instructions: null, sections: [{ id: 'a', title: 'A', content: 'x' }] })
  })

  it('is refused field by field as the API would', () => {
    const sections = [
      { key: 3, id: null, title: ' ', content: 'x'.repeat(301) },
      { key: 5, id: null, title: 'x'.repeat(81), content: '' },
    ]
    expect(problemsOf({ name: '', instructions: 'x'.repeat(2001), sections })).toEqual({
      name: 'required',
      instructions: 'tooLong',
      'title-3': 'required',
      'content-3': 'tooLong',
      'title-5': 'tooLong',
      'content-5': 'required',
    })
    expect(problemsOf({ name: 'x'.repeat(80), instructions: 'x'.repeat(2000), sections: [] })).toEqual({})
  })

  it('keeps its sections apart while they are added and change places', () => {
    const changed = moved(withSection(draft()), 2, 0)
    expect(changed.sections.map(({ key, id }) => [key, id])).toEqual([
      [2, null],
      [0, 'needs'],
      [1, 'nextSteps'],
    ])
    expect(withSection({ ...changed, sections: [] }).sections.map(({ key }) => key)).toEqual([0])
  })
})

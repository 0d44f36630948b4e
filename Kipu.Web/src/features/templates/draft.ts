import type { AnalysisTemplate, PutTemplate } from '@/api/types'
import { fold } from '@/i18n/format'

/** As the API has it: the letters of each text, a template's sections, and an organization's templates. */
export const MOST_SECTIONS = 8
export const MOST_TEMPLATES = 50
const LONGEST = { name: 80, instructions: 2000, title: 80, content: 300, id: 40 }

/** A section as it is being written. One without an id gets it from its title when it is saved, and keeps it from then on. */
export type SectionDraft = { key: number; id: string | null; title: string; content: string }
export type Draft = { name: string; instructions: string; sections: SectionDraft[] }

export const draftOf = (template: AnalysisTemplate | null): Draft => ({
  name: template?.name ?? '',
  instructions: template?.instructions ?? '',
  sections: template?.sections.map((section, key) => ({ key, ...section })) ?? [],
})

export function withSection(draft: Draft): Draft {
  const key = Math.max(-1, ...draft.sections.map((section) => section.key)) + 1
  return { ...draft, sections: [...draft.sections, { key, id: null, title: '', content: '' }] }
}

export function moved(draft: Draft, from: number, to: number): Draft {
  const sections = [...draft.sections]
  sections.splice(to, 0, ...sections.splice(from, 1))
  return { ...draft, sections }
}

export type Problem = 'required' | 'tooLong'

/** What the API would refuse, by field; a section's fields carry its key. */
export function problemsOf({ name, instructions, sections }: Draft): Record<string, Problem> {
  const problems: Record<string, Problem> = {}
  const check = (field: string, text: string, longest: number, required = true) => {
    if (required && !text.trim()) problems[field] = 'required'
    else if (text.trim().length > longest) problems[field] = 'tooLong'
  }
  check('name', name, LONGEST.name)
  check('instructions', instructions, LONGEST.instructions, false)
  for (const { key, title, content } of sections) {
    check(`title-${key}`, title, LONGEST.title)
    check(`content-${key}`, content, LONGEST.content)
  }
  return problems
}

/** The whole content as the API takes it. */
export function requestOf({ name, instructions, sections }: Draft): PutTemplate {
  const taken = new Set(sections.flatMap(({ id }) => id ?? []))
  return {
    name: name.trim(),
    instructions: instructions.trim() || null,
    sections: sections.map(({ id, title, content }) => {
      const own = id ?? sectionId(title, taken)
      taken.add(own)
      return { id: own, title: title.trim(), content: content.trim() }
    }),
  }
}

const wordsIn = (text: string, fallback: string) => {
  const words = fold(text).match(/[a-z0-9]+/g) ?? []
  return /^[a-z]/.test(words[0] ?? '') ? words : [fallback, ...words]
}

/** "Próximos pasos" is `proximosPasos`; a second one is `proximosPasos2`. */
export function sectionId(title: string, taken: ReadonlySet<string>) {
  const [first = '', ...others] = wordsIn(title, 'section')
  return free(first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''), '', taken)
}

/** "Junta directiva" is `junta-directiva`; a second one is `junta-directiva-2`. */
export const templateId = (name: string, taken: ReadonlySet<string>) => free(wordsIn(name, 'meeting').join('-'), '-', taken)

/** The id, cut to what fits, and numbered where another has it. */
function free(id: string, dash: string, taken: ReadonlySet<string>) {
  let candidate = id.slice(0, LONGEST.id)
  for (let number = 2; taken.has(candidate); number++) {
    const end = `${dash}${number}`
    candidate = id.slice(0, LONGEST.id - end.length) + end
  }
  return candidate
}

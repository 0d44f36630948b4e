import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '@/i18n/en'
import { es } from '@/i18n/es'
import { sources } from './sources'

type Words = { [key: string]: unknown }
const paths = (words: Words, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? paths(value as Words, `${prefix}${key}.`) : [`${prefix}${key}`],
  )

describe('the catalogs', () => {
  it('have the same words', () => {
    expect(paths(en)).toEqual(paths(es))
  })

  it('have no empty word and no word that shouts', () => {
    const strings = (words: Words): string[] =>
      Object.values(words).flatMap((value) =>
        typeof value === 'string' ? [value] : typeof value === 'object' && value ? strings(value as Words) : [],
      )
    for (const word of [...strings(es), ...strings(en)]) expect(word).toMatch(/^(?!.*[¡!]).+$/s)
  })

  it('have no word that nothing shows', () => {
    const code = sources()
      .filter(({ path }) => !path.startsWith('i18n/e'))
      .map(({ text }) => text)
      .join('\n')
    // Groups that are read by a value of the API (a status, a code) are used as a whole.
    const byValue =
      /^(audit\.settings|errors|plans|roles|scopes|status|stages)\.|\.(noWords|eventOf|offBecause|statusOf|problemOf|measures|failures|gapReasons|languageOf|closed|points|standing|standingText|excess|kinds|disputes|graceOf|actions|methods|providers|pay|formats|shareDays|mails|mailTexts|examples|doubts|kindOf|limits|keyNames|tool)\.|^voice\.(connecting|listening|thinking|speaking|reconnecting|ended)$|^recordings\.(today|yesterday|week)$|^recording\.(decision|task|summary|tasks|transcript)$|^record\.(recording|paused)$/
    const unused = paths(es).filter((path) => !byValue.test(path) && !code.includes(`t.${path}`))
    expect(unused).toEqual([])
  })
})

it('there is no text outside of the catalogs', () => {
  const found = sources()
    .filter(({ path }) => path.endsWith('.tsx'))
    .flatMap(({ path, text }) => {
      const between = [...text.matchAll(/>\s*([^<>{}]*\p{L}{3,}[^<>{}]*)\s*<\//gu)].map((match) => match[1])
      const attributes = [...text.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]+)"/g)].map((match) => match[1])
      return [...between, ...attributes].map((words) => `${path}: ${words?.trim()}`)
    })
    // The product's name is the same in both languages.
    .filter((line) => !/: Kipu$/.test(line) && !/=>|\bconst\b|[=;]/.test(line))
  expect(found).toEqual([])
})

it('a feature imports no other feature', () => {
  const crossing = sources().flatMap(({ path, text }) => {
    const own = path.match(/^features\/(\w+)\//)?.[1]
    if (!own) return []
    return [...text.matchAll(/from '@\/features\/(\w+)/g)].filter((match) => match[1] !== own).map((match) => `${path} -> ${match[1]}`)
  })
  expect(crossing).toEqual([])
})

it('what lies below imports nothing from above', () => {
  const below = /^(api|session|i18n|ui)\//
  const crossing = sources().filter(({ path, text }) => below.test(path) && /from '@\/(features|routes|shell)\//.test(text))
  expect(crossing.map(({ path }) => path)).toEqual([])
})

it('no file but the tokens names a colour', () => {
  const styles = ['base', 'controls', 'shell', 'recordings', 'recording', 'rooms'].map((name) => `src/styles/${name}.css`)
  const code = sources().filter(({ path }) => path.endsWith('.tsx'))
  const texts = [...styles.map((path) => ({ path, text: readFileSync(path, 'utf8') })), ...code]
  const found = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/#[0-9a-f]{6}\b|\brgba?\(|\bhsla?\(/gi)].map((match) => `${path}: ${match[0]}`),
  )
  expect(found).toEqual([])
})

it('the lock names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"')
})

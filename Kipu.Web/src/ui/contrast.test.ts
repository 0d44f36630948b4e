import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')
const block = (start: string) => css.slice(css.indexOf(start), css.indexOf('\n}', css.indexOf(start)))
const tokens = (text: string) => new Map([...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6})(?=;)/g)].map((match) => [match[1], match[2]]))
const themes = { light: tokens(block('@theme')), dark: tokens(block('[data-theme="dark"]')) }

/** Relative luminance and contrast as WCAG 2.2 defines them. */
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['bg', 'surface', 'sunken']
const TEXT = ['ink', 'ink-2', 'ink-3', 'accent', 'info', 'warn', 'rec', 's1', 's2', 's3', 's4', 's5', 's6']
const PAIRS = [
  ['accent', 'accent-soft'],
  ['info', 'info-soft'],
  ['warn', 'warn-soft'],
  ['rec', 'rec-soft'],
  ['ink', 'info-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'rec-soft'],
  ['on-accent', 'accent'],
  ['on-primary', 'primary'],
  ['surface', 'rec'],
  ['ink', 'hit'],
]

describe.each(Object.entries(themes))('in the %s theme', (_, colours) => {
  const of = (name: string) => {
    const colour = colours.get(name)
    if (!colour) throw new Error(`There is no colour ${name}.`)
    return colour
  }

  it.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))('%s can be read on %s', (text, ground) => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(PAIRS)('%s can be read on %s', (text = '', ground = '') => {
    expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it.each(GROUNDS)('borders of fields can be seen on %s', (ground) => {
    expect(contrast(of('line-2'), of(ground))).toBeGreaterThanOrEqual(3)
  })
})

import type { Language } from './language'

export type Plurals = { one: string; other: string }

const rules: Record<Language, Intl.PluralRules> = { es: new Intl.PluralRules('es'), en: new Intl.PluralRules('en') }

/** "1 decisión", "3 decisiones": the number and the form that goes with it. */
export const plural = (language: Language, count: number, forms: Plurals) =>
  `${number(language, count)} ${rules[language].select(count) === 'one' ? forms.one : forms.other}`

export const number = (language: Language, value: number, digits = 0) =>
  new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits }).format(value)

/** Spanish of Latin America: decimal point, thousands comma. */
const locale = (language: Language) => (language === 'es' ? 'es-419' : 'en')

/** A moment in a recording: "0:07", "18:38", "1:02:03". */
export function clock(seconds: number) {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const tail = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}

/** A length: "41 s", "33 min", "1 h 5 min". */
export function duration(seconds: number) {
  if (seconds < 59.5) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const GIGABYTE = 1_000_000_000

export function bytes(language: Language, size: number) {
  if (size >= GIGABYTE) return `${number(language, size / GIGABYTE, 1)} GB`
  if (size >= 1_000_000) return `${number(language, size / 1_000_000, size < 10_000_000 ? 1 : 0)} MB`
  return `${number(language, size / 1_000)} KB`
}

export const money = (language: Language, dollars: number) => `US$ ${number(language, dollars, 2)}`

/** Money as the payments list counts it: both currencies that are billed, US dollars and Colombian pesos, have hundredths. */
export function amount(language: Language, minor: number, currency: string) {
  const code = currency.toUpperCase()
  const digits = minor % 100 === 0 ? 0 : 2
  const value = new Intl.NumberFormat(locale(language), { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${minor < 0 ? '-' : ''}${code === 'USD' ? 'US$' : code} ${value.format(Math.abs(minor) / 100)}`
}

export const percent = (language: Language, share: number) => (language === 'es' ? `${Math.round(share)} %` : `${Math.round(share)}%`)

/** 24 hours in both languages, without a leading zero: "9:30", "16:05". */
export const timeOfDay = (at: Date) => `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Martes 24 de noviembre"; the year only when it isn't this one. */
export function fullDate(language: Language, at: Date, now = new Date()) {
  const year = at.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const)
  const day = new Intl.DateTimeFormat(locale(language), { weekday: 'long', day: 'numeric', month: 'long', year }).format(at)
  // "martes, 24 de noviembre" is how a list reads; as a date it goes without the comma.
  return capital(language === 'es' ? day.replace(', ', ' ') : day)
}

/** "Martes 24 de noviembre, 9:30". */
export const dateAndTime = (language: Language, at: Date, now = new Date()) => `${fullDate(language, at, now)}, ${timeOfDay(at)}`

/** "24 de noviembre"; the year only when it isn't this one. */
export function date(language: Language, at: Date, now = new Date()) {
  const year = at.getFullYear() === now.getFullYear() ? undefined : ('numeric' as const)
  return new Intl.DateTimeFormat(locale(language), { day: 'numeric', month: 'long', year }).format(at)
}

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()

export type DayGroup = { key: string; kind: 'today' | 'yesterday' | 'week' | 'month'; month?: string }

/** Where a recording stands in the list: today, yesterday, the last seven days, else its month. */
export function dayGroup(language: Language, at: Date, now = new Date()): DayGroup {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000)
  if (days <= 0) return { key: 'today', kind: 'today' }
  if (days === 1) return { key: 'yesterday', kind: 'yesterday' }
  if (days <= 7) return { key: 'week', kind: 'week' }
  const month = capital(new Intl.DateTimeFormat(locale(language), { month: 'long', year: 'numeric' }).format(at))
  return { key: `${at.getFullYear()}-${at.getMonth()}`, kind: 'month', month }
}

/** In a row: the hour within a day's group, else the weekday or day with it. */
export function rowTime(language: Language, at: Date, now = new Date()) {
  const { kind } = dayGroup(language, at, now)
  if (kind === 'today' || kind === 'yesterday') return timeOfDay(at)
  const format = kind === 'week' ? ({ weekday: 'short', day: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale(language), format).format(at)
}

/** For comparing words as people search them: no accents, no case. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** "Lucía Fernández" is LF; "Voz 2" is V2. */
export const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

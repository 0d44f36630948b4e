import { describe, expect, it } from 'vitest'
import { amount, bytes, clock, date, dateAndTime, dayGroup, duration, fold, initials, money, percent, plural } from './format'

const now = new Date(2026, 10, 24, 12)

describe('times', () => {
  it('of a moment have hours only when there are any', () => {
    expect([0, 7, 1118, 3723].map(clock)).toEqual(['0:00', '0:07', '18:38', '1:02:03'])
  })

  it('of a length are as exact as one would say them', () => {
    expect([41, 59.4, 59.6, 1980, 3600, 3900].map(duration)).toEqual(['41 s', '59 s', '1 min', '33 min', '1 h', '1 h 5 min'])
  })

  it('are written as each language writes them', () => {
    const at = new Date(2026, 10, 24, 9, 30)
    expect(dateAndTime('es', at, now)).toBe('Martes 24 de noviembre, 9:30')
    expect(dateAndTime('en', at, now)).toContain('November 24')
    expect(date('es', at, now)).toBe('24 de noviembre')
    expect(date('en', new Date(2027, 0, 3), now)).toBe('January 3, 2027')
  })

  it('group a list by day, week and month', () => {
    const kinds = [0, 1, 2, 7, 40].map((days) => dayGroup('es', new Date(2026, 10, 24 - days, 23), now))
    expect(kinds.map(({ kind }) => kind)).toEqual(['today', 'yesterday', 'week', 'week', 'month'])
    expect(kinds[4]?.month).toBe('Octubre de 2026')
  })
})

describe('numbers', () => {
  it('take the plural that their language asks for', () => {
    expect([0, 1, 2].map((count) => plural('es', count, { one: 'tarea', other: 'tareas' }))).toEqual(['0 tareas', '1 tarea', '2 tareas'])
  })

  it('of storage and money are short', () => {
    expect([bytes('es', 31_200_000_000), bytes('es', 4_200_000), bytes('es', 900)]).toEqual(['31.2 GB', '4.2 MB', '1 KB'])
    expect(money('es', 29)).toBe('US$ 29')
    expect([2_900, -1_450, 123_456].map((cents) => amount('es', cents, 'usd'))).toEqual(['US$ 29', '-US$ 14.50', 'US$ 1,234.56'])
    expect(amount('es', 11_900_000, 'COP')).toBe('COP 119,000')
    expect([percent('es', 61.7), percent('en', 61.7)]).toEqual(['62 %', '62%'])
  })
})

it('folds accents and case', () => {
  expect(fold('Decisión Ñandú')).toBe('decision nandu')
})

it('takes two initials', () => {
  expect(['Lucía Fernández', 'Voz 2', 'ana'].map(initials)).toEqual(['LF', 'V2', 'A'])
})

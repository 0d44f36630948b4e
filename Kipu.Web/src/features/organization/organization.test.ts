import { expect, it } from 'vitest'
import { domainsIn } from './domains'
import { cutoff, daysIn, endsSooner } from './retention'
import { partsOf } from './storage'
import { termsOf } from './vocabulary'

it('domains are taken apart however they were written, each once', () => {
  expect(domainsIn(' andes.pe, @Clinica.com\nandes.pe;norte.pe ')).toEqual(['andes.pe', 'clinica.com', 'norte.pe'])
  expect(domainsIn('  ')).toEqual([])
})

it('a vocabulary is what stands in its lines', () => {
  expect(termsOf(' Kipu \n\nÑañez\r\n  ')).toEqual(['Kipu', 'Ñañez'])
})

it('a term is a whole number of days, and ends what it is shorter for', () => {
  expect(['365', ' 1 ', '0', '3651', '1.5', '-3', ''].map(daysIn)).toEqual([365, 1, null, null, null, null, null])
  expect([endsSooner(null, 30), endsSooner(60, 30), endsSooner(30, 60), endsSooner(30, 30), endsSooner(30, null)]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(cutoff(30, Date.UTC(2026, 10, 30))).toBe('2026-10-31T00:00:00.000Z')
})

it('what takes room comes by size, and what has no name counts together', () => {
  expect(partsOf({ master: 50, playback: 100, chunks: 0, cover: 5, notes: 5 })).toEqual([
    { kind: 'playback', size: 100, share: 1 },
    { kind: 'master', size: 50, share: 0.5 },
    { kind: 'other', size: 10, share: 0.1 },
  ])
})

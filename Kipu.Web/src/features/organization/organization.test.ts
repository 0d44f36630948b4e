import { expect, it } from 'vitest'
import { domainsIn } from './domains'
import { termsOf } from './vocabulary'

it('domains are taken apart however they were written, each once', () => {
  expect(domainsIn(' andes.pe, @Clinica.com\nandes.pe;norte.pe ')).toEqual(['andes.pe', 'clinica.com', 'norte.pe'])
  expect(domainsIn('  ')).toEqual([])
})

it('a vocabulary is what stands in its lines', () => {
  expect(termsOf(' Kipu \n\nÑañez\r\n  ')).toEqual(['Kipu', 'Ñañez'])
})

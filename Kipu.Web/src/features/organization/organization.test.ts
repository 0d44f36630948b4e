import { expect, it } from 'vitest'
import { domainsIn } from './domains'

it('domains are taken apart however they were written, each once', () => {
  expect(domainsIn(' andes.pe, @Clinica.com\nandes.pe;norte.pe ')).toEqual(['andes.pe', 'clinica.com', 'norte.pe'])
  expect(domainsIn('  ')).toEqual([])
})

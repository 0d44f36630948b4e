import { expect, it } from 'vitest'
import { grouped } from './secret'

it('a secret is shown in fours, and whatever is left of it', () => {
  expect(grouped('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB')
  expect(grouped('')).toBe('')
})

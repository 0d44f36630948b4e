import { expect, it } from 'vitest'
import { mayManage, rolesFor } from './rules'

it('owners manage everybody, admins everybody but owners, users nobody', () => {
  expect(rolesFor('OWNER')).toEqual(['USER', 'ADMIN', 'OWNER'])
  expect(rolesFor('ADMIN')).toEqual(['USER', 'ADMIN'])
  expect(rolesFor('USER')).toEqual([])
  expect(mayManage('ADMIN', 'OWNER')).toBe(false)
})

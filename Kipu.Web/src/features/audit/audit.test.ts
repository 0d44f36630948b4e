import { expect, it } from 'vitest'
import type { AuditEntry } from '@/api/types'
import { es } from '@/i18n/es'
import { parseFilter } from './filter'
import { actionOf, byDay, subjectOf } from './lines'

const entry = (action: string, subject: string | null, at = '2026-11-24T12:00:00'): AuditEntry => ({
  id: '0199a000-0000-7000-8000-000000000001',
  at,
  action,
  actorId: null,
  actorName: null,
  subject,
  address: null,
})

it.each([
  ['role_changed', 'ana@admin.pe: USER > ADMIN', 'ana@admin.pe: Usuario → Administrador'],
  ['invitation_sent', 'USER@norte.pe: OWNER', 'USER@norte.pe: Propietario'],
  ['sign_in_succeeded', 'password and second factor', 'con contraseña y segundo factor'],
  ['sign_in_succeeded', 'smoke signals', 'smoke signals'],
  ['settings_changed', 'require second factor: True', 'segundo factor pedido a todos: sí'],
  ['settings_changed', 'name: Norte: Sur', 'nombre: Norte: Sur'],
  ['settings_changed', 'colour: red', 'colour: red'],
  ['session_revoked', '0199a000-0000-7000-8000-000000000001', null],
  ['api_key_created', 'kipu_4fT0 Facturación', 'kipu_4fT0 Facturación'],
])('%s of "%s" is told as "%s"', (action, subject, told) => expect(subjectOf(es, entry(action, subject))).toBe(told))

it('an action that has no words keeps its code', () => {
  expect([actionOf(es, 'role_changed'), actionOf(es, 'moon_landed')]).toEqual(['Rol cambiado', 'moon_landed'])
})

it('lines stand under the days of who reads them', () => {
  const days = byDay([
    entry('a', null, '2026-11-24T12:00:00'),
    entry('b', null, '2026-11-24T00:10:00'),
    entry('c', null, '2026-11-23T23:50:00'),
  ])
  expect(days.map(({ entries }) => entries.map(({ action }) => action))).toEqual([['a', 'b'], ['c']])
})

it('only what can be a filter comes from an address', () => {
  const actor = '0199a000-0000-7000-8000-000000000001'
  expect(parseFilter({ action: 'role_changed', actor, other: 1 })).toEqual({ action: 'role_changed', actor })
  expect(parseFilter({ action: "x' or 1", actor: 'me' })).toEqual({})
})

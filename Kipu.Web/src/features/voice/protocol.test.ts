import { expect, it } from 'vitest'
import { bargeInGate } from './gate'
import { decode, encode, mayReconnect, resumeUrl } from './protocol'

it('writes what the server reads', () => {
  expect(encode({ type: 'text', text: 'Hola' })).toBe('{"type":"text","text":"Hola"}')
})

it('reads what it knows, and passes over what it does not', () => {
  expect(decode('{"type":"interrupted"}')).toEqual({ type: 'interrupted' })
  expect(decode('{"type":"weather"}')).toBeNull()
  expect(decode('not json')).toBeNull()
  expect(decode('null')).toBeNull()
})

it('comes back after a cut, and not after an end', () => {
  expect([1006, 1011, 1013].map(mayReconnect)).toEqual([true, true, true])
  expect(resumeUrl(new URL('ws://k/ws/1?ticket=a'), 'b').href).toBe('ws://k/ws/1?ticket=b')
  expect([1000, 1008, 4000, 4001, 4002].some(mayReconnect)).toBe(false)
})

it('takes 160 ms of speech over the agent for an interruption, and a cough for none', () => {
  const gate = bargeInGate()
  expect([0.2, 0.2, 0, 0.2].some((level) => gate(level, true))).toBe(false)
  expect([0.2, 0.2, 0.2].map((level) => gate(level, true))).toEqual([false, false, true])
  expect([0.2, 0.2, 0.2, 0.2, 0.2].some((level) => gate(level, false))).toBe(false)
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPasskey, hasPasskeys, signByPasskey } from './passkeys'

const credential = { toJSON: () => ({ id: 'made' }) }
let answer: () => Promise<unknown>

beforeEach(() => {
  const parse = (options: object) => ({ ...options, parsed: true })
  vi.stubGlobal('PublicKeyCredential', { parseCreationOptionsFromJSON: parse, parseRequestOptionsFromJSON: parse })
  const call = (options: { publicKey: { parsed?: boolean } }) =>
    options.publicKey.parsed ? answer() : Promise.reject(new Error('as JSON'))
  vi.stubGlobal('navigator', { credentials: { create: call, get: call } })
})
afterEach(() => vi.unstubAllGlobals())

it('a device gets the options as it knows them, and its answer goes back as JSON', async () => {
  answer = async () => credential
  expect(await createPasskey({ challenge: 'a' })).toEqual({ id: 'made' })
  expect(await signByPasskey({ challenge: 'b' })).toEqual({ id: 'made' })
})

it.each([
  ['NotAllowedError', 'passkey_cancelled'],
  ['AbortError', 'passkey_cancelled'],
  ['InvalidStateError', 'passkey_exists'],
  ['SecurityError', 'passkey_unsupported'],
  ['NotSupportedError', 'passkey_unsupported'],
])('a device that ends with %s is told as %s', async (name, code) => {
  answer = () => Promise.reject(new DOMException('', name))
  await expect(createPasskey({})).rejects.toMatchObject({ code })
})

it('a browser without the JSON forms is offered none', () => {
  expect(hasPasskeys()).toBe(true)
  vi.stubGlobal('PublicKeyCredential', {})
  expect(hasPasskeys()).toBe(false)
})

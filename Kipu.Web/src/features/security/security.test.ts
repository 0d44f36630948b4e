import { afterEach, expect, it, vi } from 'vitest'
import { disable, renewRecoveryCodes } from './api'
import { deviceOf } from './device'
import { grouped } from './secret'

afterEach(() => vi.unstubAllGlobals())

it('a wrong password is told as that where the address is not asked for', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"code":"invalid_credentials"}', { status: 401 }))

  await expect(renewRecoveryCodes('wrong')).rejects.toMatchObject({ code: 'wrong_password' })
  await expect(disable('wrong')).rejects.toMatchObject({ code: 'wrong_password' })
})

it('a secret is shown in fours, and whatever is left of it', () => {
  expect(grouped('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB')
  expect(grouped('')).toBe('')
})

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36', 'Chrome, Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1', 'Safari, iOS'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, macOS'],
  ['curl/8.5.0', 'curl'],
  ['', null],
])('%s is called %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))

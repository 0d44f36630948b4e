import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, unwrap } from '@/api/client'
import type { Session } from '@/api/types'
import { queryClient } from '@/queryClient'
import { accessToken, currentSession, ready, signedIn, signedOut } from './session'

const session: Session = {
  success: true,
  user: { id: 'u', email: 'ana@example.com', name: 'Ana', role: 'OWNER', locale: 'es', emailVerified: true },
  organization: { id: 'o', name: 'Clínicas Andes', plan: 'FREE', status: 'TRIAL' },
  accessToken: 'first',
  refreshToken: null,
  expiresIn: 900,
  organizationCode: null,
  mfaEnrolmentRequired: false,
}
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

type Call = { path: string; token: string | null; client: string | null }
let calls: Call[]
/** Answers by path and token: what the services would say. */
let answer: (call: Call) => Response

beforeEach(() => {
  calls = []
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    const request = new Request(
      new URL(typeof input === 'string' ? input : input.url, location.origin),
      typeof input === 'string' ? init : input,
    )
    const call = {
      path: new URL(request.url).pathname,
      token: request.headers.get('authorization'),
      client: request.headers.get('x-kipu-client'),
    }
    calls.push(call)
    return answer(call)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  signedOut()
})

const expired = ({ path, token }: Call) => {
  if (path === '/api/auth/refresh') return json(200, { ...session, accessToken: 'second' })
  return token === 'Bearer second' ? json(200, { items: [], nextCursor: null }) : json(401, { code: 'invalid_token' })
}

describe('a session', () => {
  it('renews an expired token once for all calls that met it, and sends them again', async () => {
    signedIn(session)
    answer = expired
    await Promise.all([1, 2, 3].map(() => unwrap(api.GET('/api/recordings'))))
    expect(calls.filter(({ path }) => path === '/api/auth/refresh')).toHaveLength(1)
    expect(accessToken()).toBe('second')
  })

  it('tells every call that it comes from a browser', async () => {
    signedIn(session)
    answer = expired
    await unwrap(api.GET('/api/recordings'))
    expect(calls.every(({ client }) => client === 'browser')).toBe(true)
  })

  it('ends when it can not be renewed, and the call fails as it was refused', async () => {
    signedIn(session)
    answer = () => json(401, { code: 'invalid_token' })
    await expect(unwrap(api.GET('/api/recordings'))).rejects.toMatchObject({ code: 'invalid_token', status: 401 })
    expect(currentSession()).toBeNull()
  })

  it('is not renewed, and the call not sent again, because a code or password was wrong', async () => {
    signedIn(session)
    answer = () => json(401, { code: 'invalid_mfa_code' })
    await expect(unwrap(api.POST('/api/auth/mfa/verify', { body: { code: '000000' } }))).rejects.toMatchObject({ code: 'invalid_mfa_code' })
    expect(calls.map(({ path }) => path)).toEqual(['/api/auth/mfa/verify'])
  })

  it('stays when the service that renews it is away', async () => {
    signedIn(session)
    answer = ({ path }) => (path === '/api/auth/refresh' ? json(503, { code: 'unavailable' }) : json(401, { code: 'invalid_token' }))
    await expect(unwrap(api.GET('/api/recordings'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(currentSession()?.user.name).toBe('Ana')
  })

  it('asks the cookie only in a browser where somebody has signed in', async () => {
    answer = () => json(200, session)
    expect(await ready()).toBe(false)
    expect(calls).toEqual([])
    localStorage.setItem('kipu.session', '1')
    expect(await ready()).toBe(true)
  })

  it('leaves nothing that was loaded for one person to the next, however it ends', async () => {
    const other = { ...session, user: { ...session.user, id: 'other' }, accessToken: 'second' }
    const loaded = () => queryClient.getQueryData(['recordings'])
    const load = () => queryClient.setQueryData(['recordings'], ['secret'])

    signedIn(session)
    load()
    signedIn({ ...session, accessToken: 'renewed' })
    expect(loaded()).toEqual(['secret'])
    answer = () => json(401, { code: 'invalid_token' })
    await unwrap(api.GET('/api/recordings')).catch(() => {})
    expect(loaded()).toBeUndefined()

    signedIn(session)
    load()
    signedIn(other)
    expect(loaded()).toBeUndefined()
    load()
    signedIn({ ...other, organization: { ...other.organization, id: 'another' } })
    expect(loaded()).toBeUndefined()
  })

  it('that has become another person by a sign-in elsewhere sends nothing again in their name', async () => {
    signedIn(session)
    answer = ({ path }) =>
      path === '/api/auth/refresh'
        ? json(200, { ...session, user: { ...session.user, id: 'other' }, accessToken: 'second' })
        : json(401, { code: 'invalid_token' })
    await expect(unwrap(api.GET('/api/recordings'))).rejects.toMatchObject({ status: 401 })
    expect(calls.map(({ path }) => path)).toEqual(['/api/recordings', '/api/auth/refresh'])
    expect(currentSession()?.user.id).toBe('other')
  })

  it('keeps no token in storage', () => {
    signedIn(session)
    expect(JSON.stringify({ ...localStorage })).not.toContain('first')
  })
})

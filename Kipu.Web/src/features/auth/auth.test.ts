import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentSession, signedOut } from '@/session/session'
import { completeChallenge, resetPassword, signIn } from './api'

const session = {
  success: true,
  user: { id: 'u', email: 'ana@example.com', name: 'Ana', role: 'OWNER', locale: 'es', emailVerified: true },
  organization: { id: 'o', name: 'Clínicas Andes', plan: 'FREE', status: 'TRIAL' },
  accessToken: 'first',
  expiresIn: 600,
}
const credentials = { email: 'ana@example.com', password: 'correct horse battery 42' }
let bodies: unknown[]
/** What the service says, by path. */
let answers: Record<string, { status: number; body: unknown }>

beforeEach(() => {
  bodies = []
  vi.stubGlobal('fetch', async (request: Request) => {
    bodies.push(await request.json())
    const answer = answers[new URL(request.url).pathname]
    if (!answer) throw new Error(`Nothing answers ${request.url}`)
    const body = answer.status === 204 ? null : JSON.stringify(answer.body)
    return new Response(body, { status: answer.status, headers: { 'content-type': 'application/json' } })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  signedOut()
})

describe('a sign-in', () => {
  it('is done with the password where there is no second factor', async () => {
    answers = { '/api/auth/login': { status: 200, body: session } }
    expect(await signIn(credentials)).toBeNull()
    expect(currentSession()?.user.name).toBe('Ana')
  })

  it('goes on with the challenge and a code where there is one, and nobody is signed in before', async () => {
    answers = {
      '/api/auth/login': { status: 401, body: { code: 'mfa_required', challenge: 'sealed', expiresIn: 300 } },
      '/api/auth/mfa/challenge': { status: 200, body: session },
    }
    const challenge = await signIn(credentials)
    expect(challenge).toBe('sealed')
    expect(currentSession()).toBeNull()
    await completeChallenge('sealed', '123456')
    expect(bodies[1]).toEqual({ challenge: 'sealed', code: '123456' })
    expect(currentSession()?.user.name).toBe('Ana')
  })

  it('is refused as the service refuses it', async () => {
    answers = { '/api/auth/login': { status: 401, body: { code: 'invalid_credentials' } } }
    await expect(signIn(credentials)).rejects.toMatchObject({ code: 'invalid_credentials' })
  })
})

it('a password set by a mailed link ends the session of this browser too', async () => {
  answers = { '/api/auth/login': { status: 200, body: session }, '/api/auth/password/reset': { status: 204, body: null } }
  await signIn(credentials)
  await resetPassword('token', 'another horse battery')
  expect(currentSession()).toBeNull()
})

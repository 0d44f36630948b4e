import { api, unwrap } from '@/api/client'
import { ApiError } from '@/api/problem'
import { signByPasskey } from '@/session/passkeys'
import { expectSession, signedIn, signedOut } from '@/session/session'

export type Credentials = { email: string; password: string }
export type NewAccount = Credentials & { name: string; organizationName: string }
export type NewMember = { token: string; name: string; password: string }

/** Answers with a challenge when the user has a second factor, and nobody is signed in yet; else with null. */
export async function signIn(credentials: Credentials): Promise<string | null> {
  try {
    signedIn(await unwrap(api.POST('/api/auth/login', { body: credentials })))
    return null
  } catch (error) {
    if (error instanceof ApiError && error.code === 'mfa_required' && typeof error.facts.challenge === 'string')
      return error.facts.challenge
    throw error
  }
}

export async function completeChallenge(challenge: string, code: string) {
  signedIn(await unwrap(api.POST('/api/auth/mfa/challenge', { body: { challenge, code } })))
}

/** A passkey names its user and is two factors in one: no address, no password, no code. */
export async function signInByPasskey() {
  const { id, options } = await unwrap(api.POST('/api/auth/passkeys/login/options'))
  const credential = await signByPasskey(options)
  signedIn(await unwrap(api.POST('/api/auth/passkeys/login/verify', { body: { id, credential } })))
}

/** Answers with the address at the organization's own provider. From there the browser comes back with a session's cookie. */
export async function startAtProvider(email: string) {
  const { url } = await unwrap(api.POST('/api/auth/sso/start', { body: { email } }))
  expectSession()
  return url
}

/** Answers with the trial code, which is never shown again. */
export async function signUp(account: NewAccount) {
  const session = await unwrap(api.POST('/api/auth/signup', { body: { ...account, organizationCode: null } }))
  signedIn(session)
  return session.organizationCode ?? null
}

export async function signOut() {
  await unwrap(api.POST('/api/auth/logout', { body: { refreshToken: null } }))
  signedOut()
}

export const askForLink = (email: string) => unwrap(api.POST('/api/auth/password/forgot', { body: { email } }))

/** Sets the password by a mailed link. All sessions of its user end by that, so also one that this browser may have. */
export async function resetPassword(token: string, password: string) {
  await unwrap(api.POST('/api/auth/password/reset', { body: { token, password } }))
  signedOut()
}

export const confirmAddress = (token: string) => unwrap(api.POST('/api/auth/verify-email', { body: { token } }))

export async function acceptInvitation(member: NewMember) {
  signedIn(await unwrap(api.POST('/api/auth/accept-invitation', { body: member })))
}

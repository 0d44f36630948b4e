import { api, unwrap } from '@/api/client'
import { signedIn, signedOut } from '@/session/session'

export type Credentials = { email: string; password: string }
export type NewAccount = Credentials & { name: string; organizationName: string }

export async function signIn(credentials: Credentials) {
  signedIn(await unwrap(api.POST('/api/auth/login', { body: credentials })))
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

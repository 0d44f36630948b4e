import { problemFrom, unreachable } from '@/api/problem'
import type { Session } from '@/api/types'

/**
 * Who is signed in. The access token lives here and nowhere else; the refresh token is a cookie that scripts can't
 * read. Only the fact that there may be one is kept, so that a visitor's first page makes no call in vain.
 */
type State = { accessToken: string; session: Omit<Session, 'accessToken' | 'refreshToken' | 'organizationCode'> } | null

const HINT = 'kipu.session'
let state: State = null
let refreshing: Promise<boolean> | null = null
const listeners = new Set<() => void>()
const forgetters = new Set<() => void>()

const personOf = (one: State) => one && `${one.session.user.id} ${one.session.organization.id}`

const change = (next: State) => {
  const isOther = state !== null && personOf(next) !== personOf(state)
  state = next
  // First what is known of the one before goes, then the screen hears of it.
  if (isOther) for (const forget of forgetters) forget()
  for (const listener of listeners) listener()
}

/** Calls back when who was signed in no longer is, however that came about: what was kept in memory for them has to go. */
export const onOtherPerson = (forget: () => void) => {
  forgetters.add(forget)
}

export const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
export const currentSession = () => state?.session ?? null
export const accessToken = () => state?.accessToken ?? null

export function signedIn({ accessToken, refreshToken: _, organizationCode: __, ...session }: Session) {
  localStorage.setItem(HINT, '1')
  change({ accessToken, session })
}

/** Before a sign-in that happens elsewhere: the next page asks whether it has come to a session. */
export const expectSession = () => localStorage.setItem(HINT, '1')

export function signedOut() {
  localStorage.removeItem(HINT)
  change(null)
}

/** Resolves to whether somebody is signed in, asking the cookie when this page doesn't know yet. */
export async function ready(): Promise<boolean> {
  if (state) return true
  return localStorage.getItem(HINT) ? refresh() : false
}

/**
 * Renews the access token. One call at a time in this tab and, by a lock, in all tabs: the cookie is good for one use. Resolves to false
 * also when it has become another person's, by a sign-in in another tab: what this one asked for must not be asked in their name.
 */
export function refresh(): Promise<boolean> {
  refreshing ??= inTurn(renew).finally(() => {
    refreshing = null
  })
  return refreshing
}

const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  // Absent where the page isn't served securely: then each tab takes its own turn.
  navigator.locks ? (navigator.locks.request('kipu.refresh', work) as Promise<T>) : work()

async function renew(): Promise<boolean> {
  let response: Response
  try {
    response = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kipu-client': 'browser' },
      body: '{}',
    })
  } catch {
    throw unreachable()
  }
  if (response.ok) {
    const before = personOf(state)
    signedIn((await response.json()) as Session)
    return before === null || before === personOf(state)
  }
  if (response.status < 500 && response.status !== 429) {
    signedOut()
    return false
  }
  throw problemFrom(response.status, await response.json().catch(() => null))
}

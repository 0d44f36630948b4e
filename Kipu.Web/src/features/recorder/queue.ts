import { ApiError } from '@/api/problem'
import { currentSession } from '@/session/session'

export type Queue<T> = (what: T) => Promise<void>

const REST_MS = 30_000

/**
 * Sends without ever failing: a refusal is told, and tried again later, because asking each second would change nothing.
 * While somebody else or nobody is signed in, it waits for its owner.
 */
export function queue<T>(
  owner: string,
  signal: AbortSignal,
  push: (what: T) => Promise<void>,
  onRefused: (error: unknown) => void,
): Queue<T> {
  let restUntil = 0
  return async (what) => {
    if (currentSession()?.user.id !== owner || performance.now() < restUntil) return
    try {
      await push(what)
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ApiError && error.status === 401)) restUntil = performance.now() + REST_MS
      onRefused(error)
    }
  }
}

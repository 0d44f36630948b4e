import { ApiError } from './problem'

/** A refusal stays one; only what may pass by itself is asked again, twice. */
export const mayPass = (failures: number, error: Error) => failures < 2 && (!(error instanceof ApiError) || error.isTransient)

/** 1, 2, 4 ... 30 s, each shortened by up to half, so that many browsers don't come back at the same moment. */
export const backoff = (failures: number, random = Math.random()) => Math.min(30_000, 1_000 * 2 ** failures) * (1 - random / 2)

/** Does the work until it succeeds or is refused for good. Waits between tries, and not at all once the network is back. */
export async function untilDone<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  onWaiting: (waiting: boolean) => void = () => {},
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      const result = await work()
      if (failures > 0) onWaiting(false)
      return result
    } catch (error) {
      if (signal.aborted || !(error instanceof ApiError) || !error.isTransient) throw error
      onWaiting(true)
      await waitOrOnline(backoff(failures), signal)
      signal.throwIfAborted()
    }
  }
}

const waitOrOnline = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
  })

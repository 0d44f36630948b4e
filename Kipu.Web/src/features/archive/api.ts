import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { postForEvents } from '@/api/events'
import { keys } from '@/api/keys'
import { ApiError, unreachable } from '@/api/problem'
import { type Answer, isOpen, withEvent } from './answer'

/** Whether there is anything yet that can be asked about. */
export const anyReadyQuery = queryOptions({
  queryKey: keys.anyReady,
  queryFn: async ({ signal }) => {
    const query = { status: 'COMPLETED', limit: 1 }
    return (await unwrap(api.GET('/api/recordings', { params: { query }, signal }))).items.length > 0
  },
})

/**
 * What was asked since the console was opened, newest first. It lives in the cache: still there when one comes back
 * from a moment that it led to, and gone with everything else when one signs out.
 */
export const answersQuery = queryOptions({
  queryKey: keys.answers,
  queryFn: (): Answer[] => [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})

const KEPT = 20
const running = new Map<number, AbortController>()
let last = 0

const change = (client: QueryClient, id: number, patch: (answer: Answer) => Answer) =>
  client.setQueryData(answersQuery.queryKey, (all) => all?.map((one) => (one.id === id ? patch(one) : one)))

/** Asks all recordings; the answer grows where it stands, also while another page is open. */
export async function ask(client: QueryClient, question: string) {
  const id = ++last
  const stop = new AbortController()
  running.set(id, stop)
  client.setQueryData(answersQuery.queryKey, (all = []) =>
    [{ id, question, words: '', end: null, failure: null, stopped: false }, ...all].slice(0, KEPT),
  )
  const fail = (failure: Error) => change(client, id, (answer) => (isOpen(answer) ? { ...answer, words: '', failure } : answer))
  try {
    await postForEvents('/api/recordings/ask', { question }, stop.signal, ({ event, data }) =>
      change(client, id, (answer) => withEvent(answer, event, data)),
    )
    fail(new ApiError('answer_broken', 503))
  } catch (error) {
    fail(error instanceof ApiError ? error : unreachable())
  } finally {
    running.delete(id)
  }
}

export function stop(client: QueryClient, { id }: Answer) {
  change(client, id, (answer) => ({ ...answer, stopped: true }))
  running.get(id)?.abort()
}

/** Asks the same again, in the place of an answer that failed or was stopped. */
export function askAgain(client: QueryClient, { id, question }: Answer) {
  client.setQueryData(answersQuery.queryKey, (all) => all?.filter((one) => one.id !== id))
  return ask(client, question)
}

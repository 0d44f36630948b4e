import createClient from 'openapi-fetch'
import { accessToken, refresh } from '@/session/session'
import { problemFrom, unreachable } from './problem'
import type { paths } from './schema'

/** Sends a request as the signed-in user; an expired access token is renewed once and the request sent again. */
export async function send(request: Request): Promise<Response> {
  const again = request.clone()
  const response = await sendOnce(request)
  if (response.status !== 401 || !accessToken() || (await refusesProof(response))) return response
  return (await refresh()) ? sendOnce(again) : response
}

/** A wrong code or password is a refusal like any other: the token is fine, and a second try would count as a guess. */
const PROOF = new Set(['invalid_credentials', 'invalid_mfa_code', 'invalid_challenge', 'mfa_required', 'proof_required'])
const refusesProof = async (response: Response) => {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  return PROOF.has(problemFrom(response.status, body).code)
}

async function sendOnce(request: Request): Promise<Response> {
  const token = accessToken()
  request.headers.set('x-kipu-client', 'browser')
  if (token) request.headers.set('authorization', `Bearer ${token}`)
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw unreachable()
  }
}

export const api = createClient<paths>({ baseUrl: location.origin, fetch: send })

/** The answer's body, or the problem thrown as ApiError. */
export async function unwrap<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call
  if (!response.ok) throw problemFrom(response.status, error)
  return data as T
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'

export const secondFactorQuery = queryOptions({
  queryKey: keys.secondFactor,
  queryFn: ({ signal }) => unwrap(api.GET('/api/auth/mfa', { signal })),
})

export const sessionsQuery = infiniteQueryOptions({
  queryKey: keys.sessions,
  queryFn: ({ signal, pageParam }) =>
    unwrap(api.GET('/api/auth/sessions', { params: { query: { limit: 50, cursor: pageParam ?? undefined } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})

export const endSession = (id: string) => unwrap(api.DELETE('/api/auth/sessions/{id}', { params: { path: { id } } }))

/** Makes another secret with each call, until one of its codes is verified. */
export const enrol = () => unwrap(api.POST('/api/auth/mfa/enrol'))

export const verify = async (code: string) => (await unwrap(api.POST('/api/auth/mfa/verify', { body: { code } }))).recoveryCodes

export const renewRecoveryCodes = async (password: string) =>
  (await unwrap(api.POST('/api/auth/mfa/recovery-codes', { body: { password, code: null } }))).recoveryCodes

export const disable = (password: string) => unwrap(api.POST('/api/auth/mfa/disable', { body: { password, code: null } }))

export const mailConfirmation = () => unwrap(api.POST('/api/auth/verify-email/resend'))

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { ApiError, isCode } from '@/api/problem'
import { createPasskey } from '@/session/passkeys'

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
  (await proven(unwrap(api.POST('/api/auth/mfa/recovery-codes', { body: { password, code: null } })))).recoveryCodes

export const disable = (password: string) => proven(unwrap(api.POST('/api/auth/mfa/disable', { body: { password, code: null } })))

/** Here the address is known to be right: what was refused is the password alone. */
async function proven<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw isCode(error, 'invalid_credentials') ? new ApiError('wrong_password', 403) : error
  }
}

export const changePassword = (currentPassword: string, newPassword: string) =>
  unwrap(api.POST('/api/auth/password', { body: { currentPassword, newPassword } }))

export const mailConfirmation = () => unwrap(api.POST('/api/auth/verify-email/resend'))

export const passkeysQuery = queryOptions({
  queryKey: keys.passkeys,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/auth/passkeys', { signal }))).items,
})

export async function addPasskey(name: string) {
  const { id, options } = await unwrap(api.POST('/api/auth/passkeys/register/options'))
  const credential = await createPasskey(options)
  await unwrap(api.POST('/api/auth/passkeys/register/verify', { body: { id, credential, name } }))
}

export const renamePasskey = (id: string, name: string) =>
  unwrap(api.PATCH('/api/auth/passkeys/{id}', { params: { path: { id } }, body: { name } }))

export const removePasskey = (id: string) => unwrap(api.DELETE('/api/auth/passkeys/{id}', { params: { path: { id } } }))

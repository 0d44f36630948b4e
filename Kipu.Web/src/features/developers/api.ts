import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { ApiKeyScope } from '@/api/types'

/** All of them: an organization has at most 50. */
export const apiKeysQuery = queryOptions({
  queryKey: keys.apiKeys,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/organizations/current/api-keys', { signal }))).items,
})

/** Answers with the key itself, which is never shown again. */
export const createApiKey = async (name: string, scopes: ApiKeyScope[]) =>
  (await unwrap(api.POST('/api/organizations/current/api-keys', { body: { name, scopes, expiresAt: null } }))).key

export const revokeApiKey = (id: string) => unwrap(api.DELETE('/api/organizations/current/api-keys/{id}', { params: { path: { id } } }))

/** Answers with the new code, which is never shown again, and until when the one before counts. */
export const rotateCode = (graceHours: number) => unwrap(api.POST('/api/payments/code/rotate', { body: { graceHours } }))

/** Answers with how many codes have ended. */
export const revokeCodes = async () => (await unwrap(api.POST('/api/payments/code/revoke'))).revoked

import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import { isCode } from '@/api/problem'
import type { IdentityProvider } from '@/api/types'
import { cutoff } from './retention'

export const organizationQuery = queryOptions({
  queryKey: keys.organization,
  queryFn: ({ signal }) => unwrap(api.GET('/api/organizations/current', { signal })),
})

export const updateOrganization = (changes: { name: string; language: string }) =>
  unwrap(api.PATCH('/api/organizations/current', { body: changes }))

export const vocabularyQuery = queryOptions({
  queryKey: keys.vocabulary,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/organizations/current/vocabulary', { signal }))).terms,
})

/** Answers with the list as it is kept. */
export const saveVocabulary = async (terms: string[]) =>
  (await unwrap(api.PUT('/api/organizations/current/vocabulary', { body: { terms } }))).terms

export const retentionQuery = queryOptions({
  queryKey: keys.retention,
  queryFn: ({ signal }) => unwrap(api.GET('/api/recordings/retention', { signal })),
})

export const keepFor = (days: number | null) => unwrap(api.PUT('/api/recordings/retention', { body: { days } }))

/** What a term of so many days would erase at once, the oldest first; what is still being recorded or analysed stays. */
export const expiringQuery = (days: number) =>
  queryOptions({
    queryKey: keys.expiring(days),
    queryFn: async ({ signal }) => {
      const query = { to: cutoff(days), sort: 'oldest', limit: 200 }
      const { items, nextCursor } = await unwrap(api.GET('/api/recordings', { params: { query }, signal }))
      const over = items.filter(({ status }) => status === 'COMPLETED' || status === 'ERROR')
      return { count: over.length, more: nextCursor !== null, oldest: over[0] ?? null }
    },
    staleTime: 0,
  })

export const storageQuery = queryOptions({
  queryKey: keys.storage,
  queryFn: ({ signal }) => unwrap(api.GET('/api/storage/usage', { signal })),
})

/** Whether all members need a second factor. */
export const securityQuery = queryOptions({
  queryKey: keys.organizationSecurity,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/organizations/current/security', { signal }))).requireSecondFactor ?? false,
})

export async function requireSecondFactor(required: boolean) {
  await unwrap(api.PUT('/api/organizations/current/security', { body: { requireSecondFactor: required } }))
  return required
}

/** The organization's own provider; null while there is none. */
export const providerQuery = queryOptions({
  queryKey: keys.provider,
  queryFn: async ({ signal }): Promise<IdentityProvider | null> => {
    try {
      return await unwrap(api.GET('/api/organizations/current/sso', { signal }))
    } catch (error) {
      if (isCode(error, 'not_found')) return null
      throw error
    }
  },
})

export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string | null; domains: string[] }

export const saveProvider = (settings: ProviderSettings) => unwrap(api.PUT('/api/organizations/current/sso', { body: settings }))

export const removeProvider = () => unwrap(api.DELETE('/api/organizations/current/sso'))

export const verifyDomain = (domain: string) =>
  unwrap(api.POST('/api/organizations/current/sso/domains/{domain}/verify', { params: { path: { domain } } }))

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { WebhookEvent } from '@/api/types'

/** All of them: an organization has at most 20. */
export const webhooksQuery = queryOptions({
  queryKey: keys.webhooks,
  queryFn: async ({ signal }) => (await unwrap(api.GET('/api/organizations/current/webhooks', { signal }))).items,
})

/** What was sent to one, newest first; looked at again while something is under way. */
export const deliveriesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: keys.deliveries(id),
    queryFn: ({ signal, pageParam }) =>
      unwrap(
        api.GET('/api/organizations/current/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { limit: 20, cursor: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((item) => item.status === 'PENDING')) ? 3_000 : false,
  })

/** Answers with the secret, which is never shown again. */
export const createWebhook = async (url: string, events: WebhookEvent[], description: string) =>
  (await unwrap(api.POST('/api/organizations/current/webhooks', { body: { url, events, description: description || null } }))).secret

export const switchWebhook = ({ id, enabled }: { id: string; enabled: boolean }) =>
  unwrap(
    api.PATCH('/api/organizations/current/webhooks/{id}', {
      params: { path: { id } },
      body: { url: null, events: null, description: null, enabled },
    }),
  )

export const removeWebhook = (id: string) => unwrap(api.DELETE('/api/organizations/current/webhooks/{id}', { params: { path: { id } } }))

export const testWebhook = (id: string) => unwrap(api.POST('/api/organizations/current/webhooks/{id}/test', { params: { path: { id } } }))

export const resendDelivery = (id: string) =>
  unwrap(api.POST('/api/organizations/current/deliveries/{id}/resend', { params: { path: { id } } }))

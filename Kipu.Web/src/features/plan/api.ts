import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { Plan } from '@/api/types'

export const plansQuery = queryOptions({
  queryKey: keys.plans,
  queryFn: ({ signal }) => unwrap(api.GET('/api/payments/plans', { signal })),
  staleTime: 300_000,
})

/** Asked again until the provider's word has arrived: the browser is often back before it. */
export const checkoutQuery = (sessionId: string) =>
  queryOptions({
    queryKey: keys.checkout(sessionId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/payments/checkout/{sessionId}', { params: { path: { sessionId } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'open' && state.data.status !== 'processing' ? false : 1_500),
    // The code is shown once: a refetch must not take it from the page.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Opens a checkout and answers with the provider's page. */
export async function openCheckout(plan: Plan, organizationId: string | null) {
  const origin = location.origin
  const { url } = await unwrap(
    api.POST('/api/payments/checkout', {
      body: {
        plan,
        organizationId,
        provider: null,
        email: null,
        successUrl: `${origin}/comprar/listo?session={CHECKOUT_SESSION_ID}`,
        cancelUrl: `${origin}${organizationId ? '/plan' : '/precios?cancelled=true'}`,
      },
    }),
  )
  return url
}

export type NewOrganization = { name: string; code: string; ownerEmail: string; ownerName: string; password: string }

export const createFromCode = (organization: NewOrganization) =>
  unwrap(api.POST('/api/organizations/create-from-code', { body: organization }))

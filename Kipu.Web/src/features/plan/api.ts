import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { keys } from '@/api/keys'
import type { Plan } from '@/api/types'
import type { Provider } from './provider'

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

/** The last 30 days. */
export const usageQuery = queryOptions({
  queryKey: keys.usage,
  queryFn: ({ signal }) => unwrap(api.GET('/api/organizations/current/usage', { signal })),
})

type Order = { plan: Plan; organizationId: string | null; provider: Provider; email: string | null }

/** Opens a checkout and answers with the provider's page. */
export async function openCheckout(order: Order) {
  const origin = location.origin
  const { url } = await unwrap(
    api.POST('/api/payments/checkout', {
      body: {
        ...order,
        successUrl: `${origin}/comprar/listo?session={CHECKOUT_SESSION_ID}`,
        cancelUrl: `${origin}${order.organizationId ? '/plan' : '/precios?cancelled=true'}`,
      },
    }),
  )
  return url
}

export type NewOrganization = { name: string; code: string; ownerEmail: string; ownerName: string; password: string }

export const createFromCode = (organization: NewOrganization) =>
  unwrap(api.POST('/api/organizations/create-from-code', { body: organization }))

export const subscriptionQuery = (organizationId: string) =>
  queryOptions({
    queryKey: keys.subscription,
    queryFn: async ({ signal }) => {
      const path = { organizationId }
      return (await unwrap(api.GET('/api/payments/subscription/{organizationId}', { params: { path }, signal }))).organization
    },
  })

export const paymentsQuery = infiniteQueryOptions({
  queryKey: keys.payments,
  queryFn: ({ signal, pageParam }) =>
    unwrap(api.GET('/api/payments/payments', { params: { query: { limit: 12, cursor: pageParam ?? undefined } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
})

/** What a change to a plan would cost now. The price holds for an hour; it is asked for anew each time. */
export const planChangeQuery = (plan: Plan) =>
  queryOptions({
    queryKey: keys.planChange(plan),
    queryFn: ({ signal }) => unwrap(api.POST('/api/payments/subscription/change/preview', { body: { plan, prorationDate: null }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** The key makes a request that is sent again, because its answer got lost, the same one. */
const once = (key: string) => ({ params: { header: { 'Idempotency-Key': key } } })

export const changePlan = (plan: Plan, prorationDate: string | null, key: string) =>
  unwrap(api.POST('/api/payments/subscription/change', { ...once(key), body: { plan, prorationDate } }))

/** Ends the subscription with the period that is paid for. */
export const cancel = async (key: string) =>
  (await unwrap(api.POST('/api/payments/subscription/cancel', { ...once(key), body: { atPeriodEnd: true } }))).subscription

export const resume = async (key: string) => (await unwrap(api.POST('/api/payments/subscription/resume', once(key)))).subscription

/** Opens the provider's page for cards, invoices and what is owed, and answers with its address. */
export const openPortal = async () =>
  (await unwrap(api.POST('/api/payments/portal', { body: { returnUrl: `${location.origin}/plan` } }))).url

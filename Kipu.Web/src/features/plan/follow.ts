import type { QueryClient } from '@tanstack/react-query'
import { pause } from '@/api/events'
import type { Plan, Subscription } from '@/api/types'
import { meQuery } from '@/session/me'
import { subscriptionQuery } from './api'

/** A payment or a change is known before the organization has its plan: looks until it does, also when the page has been left. */
export async function followPlan(client: QueryClient, plan: Plan) {
  for (let tries = 0; tries < 80; tries++) {
    // A look that fails is followed by the next one.
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 }).catch(() => null)
    if (me?.organization.plan === plan) return
    await pause(1_500)
  }
}

const FOLLOWED = ['plan', 'nextPlan', 'cancelAtPeriodEnd'] as const

/** Shows what the provider answered, once our own books say the same: from then on the next change builds on it. */
export async function followSubscription(client: QueryClient, organizationId: string, answer: Subscription) {
  const query = subscriptionQuery(organizationId)
  for (let tries = 0; tries < 20; tries++) {
    const { subscription } = await client.fetchQuery({ ...query, staleTime: 0 })
    if (subscription && FOLLOWED.every((field) => subscription[field] === answer[field])) return
    await pause(500)
  }
  client.setQueryData(query.queryKey, (known) => known && { ...known, subscription: answer })
}

import type { Subscription } from '@/api/types'

/** How a subscription stands, for the person who reads it: what is owed comes before what is about to end. */
export type Standing = 'none' | 'trial' | 'active' | 'overdue' | 'suspended' | 'ending' | 'ended'

export function standingOf(subscription: Subscription | null): Standing {
  if (!subscription) return 'none'
  if (subscription.status === 'CANCELLED') return 'ended'
  if (subscription.status === 'SUSPENDED') return 'suspended'
  if (subscription.status === 'PAST_DUE') return 'overdue'
  if (subscription.cancelAtPeriodEnd) return 'ending'
  return subscription.status === 'TRIAL' ? 'trial' : 'active'
}

export const isLive = (standing: Standing) => standing !== 'none' && standing !== 'ended'

/** A change of the plan is refused while something is owed, and while the end is coming. */
export const mayChange = (standing: Standing) => standing === 'trial' || standing === 'active'

export type Excess = { what: 'users' | 'recordings' | 'storageBytes'; limit: number; used: number }

const KINDS = new Set<unknown>(['users', 'recordings', 'storageBytes'])

/** What present use is over, from a refusal's facts. */
export const excessIn = (facts: Record<string, unknown>): Excess[] =>
  Array.isArray(facts.over) ? facts.over.filter((one): one is Excess => KINDS.has(one?.what)) : []

/** What a change costs now, as its parts: what comes back for the old plan, and what the new one costs until the period's end. */
export function shares(lines: { amountMinor: number }[]) {
  const sum = (which: (minor: number) => boolean) =>
    lines.reduce((all, { amountMinor }) => (which(amountMinor) ? all + amountMinor : all), 0)
  return { back: sum((minor) => minor < 0), due: sum((minor) => minor > 0) }
}

import { expect, it } from 'vitest'
import type { Subscription } from '@/api/types'
import { monthly, PROVIDERS } from './provider'
import { excessIn, isLive, mayChange, type Standing, shares, standingOf } from './standing'

const subscription = (changes: Partial<Subscription>): Subscription => ({
  plan: 'STARTER',
  status: 'ACTIVE',
  currentPeriodStart: '2026-11-01T00:00:00Z',
  currentPeriodEnd: '2026-12-01T00:00:00Z',
  cancelAtPeriodEnd: false,
  graceUntil: null,
  provider: 'stripe',
  nextPlan: null,
  ...changes,
})

it.each<[Partial<Subscription> | null, Standing]>([
  [null, 'none'],
  [{}, 'active'],
  [{ status: 'TRIAL' }, 'trial'],
  [{ cancelAtPeriodEnd: true }, 'ending'],
  [{ status: 'TRIAL', cancelAtPeriodEnd: true }, 'ending'],
  [{ status: 'PAST_DUE', cancelAtPeriodEnd: true }, 'overdue'],
  [{ status: 'SUSPENDED' }, 'suspended'],
  [{ status: 'CANCELLED', cancelAtPeriodEnd: true }, 'ended'],
])('%j stands as %s', (changes, standing) => expect(standingOf(changes && subscription(changes))).toBe(standing))

it('a plan is changed only where nothing is owed and no end is coming', () => {
  const all: Standing[] = ['none', 'trial', 'active', 'overdue', 'suspended', 'ending', 'ended']
  expect(all.filter(mayChange)).toEqual(['trial', 'active'])
  expect(all.filter(isLive)).toEqual(['trial', 'active', 'overdue', 'suspended', 'ending'])
})

it('a refusal tells what is over, and what this console has no words for is left out', () => {
  const over = [
    { what: 'users', limit: 5, used: 7 },
    { what: 'webhooks', limit: 1, used: 2 },
  ]
  expect(excessIn({ over })).toEqual([over[0]])
  expect(excessIn({})).toEqual([])
})

it("a change's price is what the new plan costs less what comes back", () => {
  expect(shares([{ amountMinor: -1_450 }, { amountMinor: 4_950 }, { amountMinor: -50 }])).toEqual({ back: -1_500, due: 4_950 })
})

it('a plan costs what its provider charges, in its currency', () => {
  const limits = { maxUsers: 5, maxRecordings: 100, maxStorageBytes: 10_000_000_000, maxVoiceSessions: 2 }
  const plan = { plan: 'STARTER' as const, name: 'Starter', priceUsd: 29, priceCop: 119_000, ...limits }
  expect(PROVIDERS.map((provider) => monthly('es', plan, provider))).toEqual(['US$ 29', 'COP 119,000'])
})

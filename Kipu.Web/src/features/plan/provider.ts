import type { PlanInfo } from '@/api/types'
import { amount, money } from '@/i18n/format'
import type { Language } from '@/i18n/language'

/** Who can be paid: Stripe in US dollars, Mercado Pago in Colombian pesos. */
export const PROVIDERS = ['stripe', 'mercadopago'] as const
export type Provider = (typeof PROVIDERS)[number]

/** At Mercado Pago a change waits for the next payment, and card and payments are in the payer's own account. */
export const isMercadoPago = (provider: string) => provider === 'mercadopago'

/** What a month of a plan costs with a provider, in its currency. */
export const monthly = (language: Language, { priceUsd, priceCop }: PlanInfo, provider: string) =>
  isMercadoPago(provider) && priceCop !== null ? amount(language, priceCop * 100, 'cop') : money(language, priceUsd)

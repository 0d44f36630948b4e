import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Plan } from '@/api/types'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { Segmented } from '@/ui/Segmented'
import { useFormOf } from '@/ui/useFormOf'
import { openCheckout, plansQuery } from './api'
import { PlanCards } from './PlanCards'
import { isMercadoPago, PROVIDERS, type Provider } from './provider'

type Props = { organizationId: string | null; current: Plan | null; mayPay: boolean }

/** Buying a plan: with whom it is paid, in which currency, and the way to that provider's page. */
export function Purchase({ organizationId, current, mayPay }: Props) {
  const t = useWords()
  const session = useSession()
  const { data: plans } = useQuery(plansQuery)
  const [provider, setProvider] = useState<Provider>('stripe')
  const [wanted, setWanted] = useState<Plan | null>(null)
  const needsEmail = isMercadoPago(provider)
  const schema = z.object({ email: needsEmail ? z.email(t.auth.emailInvalid) : z.string() })
  const form = useFormOf(schema, { email: session?.user.email ?? '' })
  const buy = (plan: Plan) => {
    setWanted(plan)
    form.submit(async ({ email }) =>
      location.assign(await openCheckout({ plan, organizationId, provider, email: needsEmail ? email : null })),
    )()
  }
  return (
    <div className="grid gap-4">
      {mayPay && plans?.items.some(({ priceCop }) => priceCop !== null) && (
        <div className="grid gap-1 justify-items-start">
          <span className="text-[14px] font-semibold">{t.plan.payWith}</span>
          <Segmented
            label={t.plan.payWith}
            value={provider}
            options={PROVIDERS.map((value) => ({ value, label: t.plan.providers[value] }))}
            onChange={setProvider}
          />
        </div>
      )}
      {needsEmail && (
        <div className="max-w-[420px]">
          <Field
            label={t.plan.payerEmail}
            hint={t.plan.payerEmailHint}
            type="email"
            autoComplete="email"
            error={form.error('email')}
            {...form.register('email')}
          />
        </div>
      )}
      <Refusal text={form.refusal} />
      <PlanCards
        provider={provider}
        current={current}
        busy={form.busy ? wanted : null}
        label={(plan) => t.plan.choose(t.plans[plan])}
        look="primary"
        onChoose={mayPay ? buy : undefined}
        choosable={({ priceUsd }) => priceUsd > 0}
      />
      <p className="text-ink-3">{t.plan.pay[provider]}</p>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ChangePreview, Subscription } from '@/api/types'
import { amount, date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { plansQuery } from './api'
import { isMercadoPago, monthly } from './provider'
import { shares } from './standing'

/** What is charged now and how that comes about, and what each month costs from then on. */
export function ChangePrice({ preview, subscription }: { preview: ChangePreview; subscription: Subscription }) {
  const t = useWords()
  const language = useLanguage()
  const { data: plans } = useQuery(plansQuery)
  const next = plans?.items.find(({ plan }) => plan === preview.plan)
  const { back, due } = shares(preview.lines)
  const show = (minor: number) => amount(language, minor, preview.currency)
  const holds = isMercadoPago(subscription.provider) ? t.plan.priceWaits(t.plans[subscription.plan]) : t.plan.priceHolds
  return (
    <div className="grid gap-3">
      <dl className="sums">
        {due !== 0 && <Line label={t.plan.restOf(t.plans[preview.plan])} value={show(due)} />}
        {back !== 0 && <Line label={t.plan.unusedOf(t.plans[subscription.plan])} value={show(back)} />}
        <Line label={preview.amountMinor < 0 ? t.plan.credited : t.plan.chargedNow} value={show(Math.abs(preview.amountMinor))} strong />
        {next && (
          <Line
            label={t.plan.from(date(language, new Date(subscription.currentPeriodEnd)))}
            value={`${monthly(language, next, subscription.provider)} ${t.plan.perMonth}`}
            strong
          />
        )}
      </dl>
      <p className="text-[13.5px] text-ink-3">{preview.amountMinor < 0 ? t.plan.creditedText : holds}</p>
    </div>
  )
}

function Line({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div data-strong={strong}>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import type { Plan, PlanInfo } from '@/api/types'
import { bytes, money } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { openCheckout, plansQuery } from './api'

type Props = { organizationId: string | null; current: Plan | null; mayPay: boolean; onChange?: (plan: Plan) => void }

/** The plans side by side, from the API's own table. Who has one already changes it; others buy it. */
export function PlanCards({ organizationId, current, mayPay, onChange }: Props) {
  const { data, error, isPending, refetch } = useQuery(plansQuery)
  const checkout = useMutation({
    mutationFn: (plan: Plan) => openCheckout(plan, organizationId),
    onSuccess: (url) => location.assign(url),
  })
  if (isPending) return <Skeleton rows={1} height={320} />
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <div className="grid gap-4">
      {checkout.error && <ErrorPanel error={checkout.error} />}
      <div className="plans">
        {data.items.map((plan) => (
          <PlanCard
            key={plan.plan}
            plan={plan}
            isCurrent={plan.plan === current}
            busy={checkout.isPending && checkout.variables === plan.plan}
            changes={onChange !== undefined}
            onChoose={
              mayPay && plan.plan !== current && (onChange || plan.priceUsd > 0) ? () => (onChange ?? checkout.mutate)(plan.plan) : null
            }
          />
        ))}
      </div>
    </div>
  )
}

function PlanCard({
  plan,
  isCurrent,
  busy,
  changes,
  onChoose,
}: {
  plan: PlanInfo
  isCurrent: boolean
  busy: boolean
  changes: boolean
  onChoose: (() => void) | null
}) {
  const t = useWords()
  const language = useLanguage()
  return (
    <section className="card plan" data-current={isCurrent}>
      <h2>{t.plans[plan.plan]}</h2>
      <p className="price">
        {plan.priceUsd === 0 ? (
          t.plan.free
        ) : (
          <>
            {money(language, plan.priceUsd)} <small>{t.plan.perMonth}</small>
          </>
        )}
      </p>
      <ul>
        <li>{t.plan.users(plan.maxUsers)}</li>
        <li>{t.plan.recordings(plan.maxRecordings)}</li>
        <li>{t.plan.storage(bytes(language, plan.maxStorageBytes))}</li>
        <li>{t.plan.voice(plan.maxVoiceSessions)}</li>
      </ul>
      {isCurrent && <p className="mt-auto font-semibold text-accent">{t.plan.current}</p>}
      {onChoose && (
        <Button look={changes ? 'ghost' : 'primary'} busy={busy} onClick={onChoose}>
          {changes ? t.plan.changeTo(t.plans[plan.plan]) : t.plan.choose(t.plans[plan.plan])}
        </Button>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { Plan, PlanInfo } from '@/api/types'
import { bytes } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { plansQuery } from './api'
import { monthly } from './provider'

type Shared = { provider: string; label: (plan: Plan) => string; look: 'primary' | 'ghost' }
type Props = Shared & {
  current: Plan | null
  busy?: Plan | null
  choosable?: (plan: PlanInfo) => boolean
  onChoose: ((plan: Plan) => void) | undefined
}

/** The plans side by side, from the API's own table, with a provider's prices. */
export function PlanCards({ current, busy, choosable, onChoose, ...shared }: Props) {
  const { data, error, isPending, refetch } = useQuery(plansQuery)
  if (isPending) return <Skeleton rows={1} height={320} />
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <div className="plans">
      {data.items.map((plan) => {
        const offered = onChoose && plan.plan !== current && (!choosable || choosable(plan))
        return (
          <PlanCard
            key={plan.plan}
            plan={plan}
            isCurrent={plan.plan === current}
            busy={busy === plan.plan}
            onChoose={offered ? () => onChoose(plan.plan) : null}
            {...shared}
          />
        )
      })}
    </div>
  )
}

type CardProps = Shared & { plan: PlanInfo; isCurrent: boolean; busy: boolean; onChoose: (() => void) | null }

function PlanCard({ plan, isCurrent, busy, onChoose, provider, label, look }: CardProps) {
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
            {monthly(language, plan, provider)} <small>{t.plan.perMonth}</small>
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
        <Button look={look} busy={busy} onClick={onChoose}>
          {label(plan.plan)}
        </Button>
      )}
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me, Plan } from '@/api/types'
import { useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { subscriptionQuery } from './api'
import { ChangeDialog } from './ChangeDialog'
import { Payments } from './Payments'
import { PlanCards } from './PlanCards'
import { Purchase } from './Purchase'
import { SubscriptionCard } from './SubscriptionCard'
import { isLive, mayChange, standingOf } from './standing'
import { Usage } from './Usage'
import { UsageByDay } from './UsageByDay'

export function PlanPage() {
  const t = useWords()
  const { data: me, error, refetch } = useQuery(meQuery)
  return (
    <div className="page grid gap-8">
      <Heading title={t.plan.title}>{t.plan.title}</Heading>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!me && !error && <Skeleton rows={1} height={148} />}
      {me && <Billing me={me} />}
    </div>
  )
}

function Billing({ me }: { me: Me }) {
  const t = useWords()
  const organizationId = me.organization.id
  const mayManage = me.user.role !== 'USER'
  const { data, error, isPending, refetch } = useQuery(subscriptionQuery(organizationId))
  const [wanted, setWanted] = useState<Plan | null>(null)
  const subscription = data?.subscription ?? null
  const standing = standingOf(subscription)
  const live = isLive(standing)
  return (
    <>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {isPending && <Skeleton rows={1} height={148} />}
      {data && (
        <SubscriptionCard
          organizationId={organizationId}
          plan={live && subscription ? subscription.plan : me.organization.plan}
          subscription={subscription}
          mayManage={mayManage}
        />
      )}
      <Usage me={me} />
      <UsageByDay />
      {data && (
        <section className="grid gap-4">
          <h2 className="text-[17px] font-[660]">{t.plan.change}</h2>
          {!mayManage && <p className="band">{t.plan.askOwner}</p>}
          {mayManage && live && !mayChange(standing) && (
            <p className="band">{standing === 'ending' ? t.errors.subscription_ending : t.errors.payment_overdue}</p>
          )}
          {live && subscription ? (
            <PlanCards
              provider={subscription.provider}
              current={me.organization.plan}
              label={(plan) => t.plan.changeTo(t.plans[plan])}
              look="ghost"
              onChoose={mayManage && mayChange(standing) ? setWanted : undefined}
            />
          ) : (
            <Purchase organizationId={organizationId} current={me.organization.plan} mayPay={mayManage} />
          )}
          {mayChange(standing) && <p className="text-ink-3">{t.plan.changeNote}</p>}
        </section>
      )}
      {mayManage && <Payments />}
      {subscription && (
        <ChangeDialog organizationId={organizationId} subscription={subscription} plan={wanted} onClose={() => setWanted(null)} />
      )}
    </>
  )
}

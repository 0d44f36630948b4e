import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import { mayPass } from '@/api/retry'
import type { Plan, Subscription } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { changePlan, openPortal, resume } from './api'
import { CancelDialog } from './CancelDialog'
import { followSubscription } from './follow'
import { isMercadoPago } from './provider'
import { isLive, type Standing, standingOf } from './standing'

type Props = { organizationId: string; plan: Plan; subscription: Subscription | null; mayManage: boolean }

/** The plan in force, how its subscription stands, and what can be done about it. */
export function SubscriptionCard({ organizationId, plan, subscription, mayManage }: Props) {
  const t = useWords()
  const language = useLanguage()
  const standing = standingOf(subscription)
  const until = subscription?.graceUntil ?? subscription?.currentPeriodEnd
  const day = until ? date(language, new Date(until)) : ''
  return (
    <section className="card grid gap-4 p-5" data-standing={standing}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-[19px] font-[660]">{t.planOf(t.plans[plan])}</h2>
        <span className="tag" data-tone={toneOf(standing)}>
          {t.plan.standing[standing]}
        </span>
      </div>
      <p className="max-w-[60ch] text-ink-2">
        {subscription?.nextPlan && standing === 'active'
          ? t.plan.nextPlan(t.plans[subscription.nextPlan], day)
          : t.plan.standingText[standing](day)}
      </p>
      {mayManage && subscription && isLive(standing) && (
        <Actions organizationId={organizationId} subscription={subscription} standing={standing} />
      )}
    </section>
  )
}

const toneOf = (standing: Standing) =>
  standing === 'suspended' ? 'rec' : standing === 'overdue' || standing === 'ending' ? 'warn' : undefined

type ActionProps = { organizationId: string; subscription: Subscription; standing: Standing }

function Actions({ organizationId, subscription, standing }: ActionProps) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const [cancelling, setCancelling] = useState(false)
  const onError = (error: unknown) => toast.error(text(error))
  const portal = useMutation({ mutationFn: openPortal, onSuccess: (url) => location.assign(url), onError })
  const back = useMutation({
    mutationFn: async (key: string) => followSubscription(client, organizationId, await resume(key)),
    retry: mayPass,
    onSuccess: () => toast.success(t.plan.resumed),
    onError,
  })
  const keep = useMutation({
    mutationFn: async (key: string) => {
      const answer = await changePlan(subscription.plan, null, key)
      await followSubscription(client, organizationId, answer.subscription)
    },
    retry: mayPass,
    onSuccess: () => toast.success(t.plan.kept(t.plans[subscription.plan])),
    onError,
  })
  const owes = standing === 'overdue' || standing === 'suspended'
  return (
    <div className="flex flex-wrap gap-2">
      {subscription.cancelAtPeriodEnd && (
        <Button look="primary" busy={back.isPending} onClick={() => back.mutate(crypto.randomUUID())}>
          {t.plan.resume}
        </Button>
      )}
      {subscription.nextPlan && standing === 'active' && (
        <Button look="primary" busy={keep.isPending} onClick={() => keep.mutate(crypto.randomUUID())}>
          {t.plan.keep(t.plans[subscription.plan])}
        </Button>
      )}
      {isMercadoPago(subscription.provider) ? (
        <p className="basis-full text-ink-2">{t.errors.portal_unavailable}</p>
      ) : (
        <Button look={owes ? 'primary' : 'ghost'} busy={portal.isPending} onClick={() => portal.mutate()}>
          {owes ? t.plan.settle : t.plan.portal}
        </Button>
      )}
      {!subscription.cancelAtPeriodEnd && (
        <Button look="quiet" onClick={() => setCancelling(true)}>
          {t.plan.cancel}
        </Button>
      )}
      <CancelDialog
        organizationId={organizationId}
        until={subscription.currentPeriodEnd}
        open={cancelling}
        onClose={() => setCancelling(false)}
      />
    </div>
  )
}

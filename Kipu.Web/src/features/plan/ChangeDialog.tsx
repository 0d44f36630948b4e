import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { isCode } from '@/api/problem'
import { mayPass } from '@/api/retry'
import type { ChangePreview, Plan, Subscription } from '@/api/types'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button, buttonClass } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Skeleton } from '@/ui/Skeleton'
import { changePlan, planChangeQuery } from './api'
import { ChangePrice } from './ChangePrice'
import { ChangeRefusal } from './ChangeRefusal'
import { followPlan, followSubscription } from './follow'

type Props = { organizationId: string; subscription: Subscription }

export function ChangeDialog({ plan, onClose, ...props }: Props & { plan: Plan | null; onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const day = date(language, new Date(props.subscription.currentPeriodEnd))
  const text = plan === 'FREE' ? t.plan.toFree(t.plans[props.subscription.plan], day) : undefined
  return (
    <Dialog open={plan !== null} onOpenChange={onClose} title={plan ? t.plan.changeTo(t.plans[plan]) : ''} text={text}>
      {plan && <Change key={plan} plan={plan} onClose={onClose} {...props} />}
    </Dialog>
  )
}

/** What the change costs, then the change at that very price. */
function Change({ organizationId, subscription, plan, onClose }: Props & { plan: Plan; onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const preview = useQuery(planChangeQuery(plan))
  const change = useMutation({
    mutationFn: async ({ preview, key }: { preview: ChangePreview; key: string }) => {
      const answer = await changePlan(plan, preview.prorationDate, key)
      if (answer.outcome !== 'payment_required') await followSubscription(client, organizationId, answer.subscription)
      return answer
    },
    retry: mayPass,
    onSuccess: ({ outcome }) => {
      if (outcome === 'payment_required') return
      if (outcome === 'changed') followPlan(client, plan).then(() => client.invalidateQueries({ queryKey: keys.payments }))
      const later = plan === 'FREE' ? t.plan.cancelDone : t.plan.changesLater(t.plans[plan])
      toast.success(outcome === 'changed' ? t.plan.changed(t.plans[plan]) : later)
      onClose()
    },
    onError: (error) => {
      if (isCode(error, 'proration_date_invalid')) preview.refetch()
    },
  })
  const paymentUrl = change.data?.paymentUrl
  const error = change.error ?? preview.error
  return (
    <div className="grid gap-5">
      {preview.isPending && <Skeleton rows={1} height={110} />}
      {preview.data && plan !== 'FREE' && !paymentUrl && <ChangePrice preview={preview.data} subscription={subscription} />}
      {error && <ChangeRefusal error={error} plan={plan} onRetry={preview.error ? preview.refetch : undefined} />}
      {paymentUrl && <p className="band">{t.plan.bankAsks(t.plans[subscription.plan])}</p>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t.common.back}</Button>
        {paymentUrl ? (
          <a className={buttonClass('primary')} href={paymentUrl}>
            {t.plan.toPayment}
          </a>
        ) : (
          preview.data && (
            <Button
              look="primary"
              busy={change.isPending || preview.isFetching}
              onClick={() => change.mutate({ preview: preview.data, key: crypto.randomUUID() })}
            >
              {t.plan.changeTo(t.plans[plan])}
            </Button>
          )
        )}
      </div>
    </div>
  )
}

import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '@/api/keys'
import type { Webhook, WebhookDelivery } from '@/api/types'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Paged } from '@/ui/Paged'
import { deliveriesQuery, resendDelivery } from './api'

/** What was sent in the last 30 days, and what was answered. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const t = useWords()
  const query = useInfiniteQuery(deliveriesQuery(webhook.id))
  return (
    <Paged query={query} skeleton={{ rows: 2, height: 44 }} none={t.webhooks.noDeliveries}>
      {(deliveries) => (
        <ul className="grid gap-1">
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} maySend={webhook.enabled} />
          ))}
        </ul>
      )}
    </Paged>
  )
}

function DeliveryRow({ delivery, maySend }: { delivery: WebhookDelivery; maySend: boolean }) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const resend = useMutation({
    mutationFn: resendDelivery,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.deliveries(delivery.webhookId) }),
  })
  const answer = delivery.responseStatus ?? (delivery.problem ? t.webhooks.problemOf[delivery.problem as 'timeout' | 'unreachable'] : '')
  const next = delivery.nextAttemptAt ? t.webhooks.next(dateAndTime(language, new Date(delivery.nextAttemptAt))) : ''
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-[14px]" data-delivery={delivery.status}>
      <div className="min-w-0 flex-1 basis-64">
        <p>
          {t.webhooks.eventOf[delivery.type]} · <span className="font-semibold">{t.webhooks.statusOf[delivery.status]}</span>
        </p>
        <p className="text-[13.5px] text-ink-3">
          {[dateAndTime(language, new Date(delivery.createdAt)), t.webhooks.attempts(delivery.attempts), answer, next]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
        {resend.error && <ErrorPanel error={resend.error} />}
      </div>
      {maySend && delivery.status !== 'PENDING' && (
        <Button look="quiet" busy={resend.isPending} onClick={() => resend.mutate(delivery.id)}>
          {t.webhooks.resend}
        </Button>
      )}
    </li>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Webhook } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { switchWebhook, testWebhook } from './api'
import { DeliveryLog } from './DeliveryLog'

export function WebhookCard({ webhook, onRemove }: { webhook: Webhook; onRemove: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const id = useId()
  const [open, setOpen] = useState(false)
  const flip = useMutation({
    mutationFn: switchWebhook,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.webhooks }),
  })
  const test = useMutation({
    mutationFn: testWebhook,
    onSuccess: async () => {
      toast.success(t.webhooks.tested)
      setOpen(true)
      await client.invalidateQueries({ queryKey: keys.deliveries(webhook.id) })
    },
  })
  const off = webhook.disabledReason ? t.webhooks.offBecause[webhook.disabledReason as 'gone' | 'failing'] : t.webhooks.off
  return (
    <li className="card grid gap-3 px-4 py-3" data-webhook={webhook.url}>
      <div className="min-w-0">
        <p className="font-semibold break-all">{webhook.url}</p>
        <p className="text-[13.5px] text-ink-3">
          {webhook.description && `${webhook.description} · `}
          {webhook.events.map((event) => t.webhooks.eventOf[event]).join(', ')}
        </p>
      </div>
      {!webhook.enabled && (
        <p className="band" data-tone="warn">
          {off}
        </p>
      )}
      {(flip.error ?? test.error) && <ErrorPanel error={(flip.error ?? test.error) as Error} />}
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {open ? t.webhooks.hideLog : t.webhooks.showLog}
        </Button>
        {webhook.enabled && (
          <Button busy={test.isPending} onClick={() => test.mutate(webhook.id)}>
            {t.webhooks.test}
          </Button>
        )}
        <Button look="quiet" busy={flip.isPending} onClick={() => flip.mutate({ id: webhook.id, enabled: !webhook.enabled })}>
          {webhook.enabled ? t.webhooks.switchOff : t.webhooks.switchOn}
        </Button>
        <Button look="quiet" onClick={onRemove}>
          {t.people.remove}
        </Button>
      </div>
      <div id={id}>{open && <DeliveryLog webhook={webhook} />}</div>
    </li>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { Webhook } from '@/api/types'
import { useWords } from '@/i18n/language'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { removeWebhook } from './api'

export function RemoveWebhookDialog({ webhook, onClose }: { webhook: Webhook | null; onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: removeWebhook,
    onSuccess: async () => {
      toast.success(t.webhooks.removed)
      onClose()
      await client.invalidateQueries({ queryKey: keys.webhooks })
    },
  })
  return (
    <ConfirmDialog
      open={webhook !== null}
      title={t.webhooks.removeTitle}
      text={webhook ? t.webhooks.removeText(webhook.url) : ''}
      label={t.people.remove}
      work={remove}
      onConfirm={() => webhook && remove.mutate(webhook.id)}
      onClose={onClose}
    />
  )
}

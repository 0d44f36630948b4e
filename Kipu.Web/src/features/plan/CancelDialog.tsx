import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { mayPass } from '@/api/retry'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { cancel } from './api'
import { followSubscription } from './follow'

type Props = { organizationId: string; until: string; open: boolean; onClose: () => void }

export function CancelDialog({ organizationId, until, open, onClose }: Props) {
  const t = useWords()
  const language = useLanguage()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: async (key: string) => followSubscription(client, organizationId, await cancel(key)),
    retry: mayPass,
    onSuccess: () => {
      toast.success(t.plan.cancelDone)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open={open}
      title={t.plan.cancelTitle}
      text={t.plan.cancelText(date(language, new Date(until)))}
      label={t.plan.cancel}
      back={t.common.back}
      work={end}
      onConfirm={() => end.mutate(crypto.randomUUID())}
      onClose={onClose}
    />
  )
}

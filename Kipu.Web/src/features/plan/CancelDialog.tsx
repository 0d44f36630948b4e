import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { mayPass } from '@/api/retry'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
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
  const close = () => {
    end.reset()
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t.plan.cancelTitle} text={t.plan.cancelText(date(language, new Date(until)))}>
      {end.error && <ErrorPanel error={end.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t.common.back}</Button>
        <Button look="danger" busy={end.isPending} onClick={() => end.mutate(crypto.randomUUID())}>
          {t.plan.cancel}
        </Button>
      </div>
    </Dialog>
  )
}

import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { revokeCodes } from './api'

export function RevokeCodeDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const revoke = useMutation({
    mutationFn: revokeCodes,
    onSuccess: (ended) => {
      if (ended > 0) toast.success(t.code.revoked)
      else toast(t.code.noneRevoked)
      onClose()
    },
  })
  const close = () => {
    revoke.reset()
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t.code.revokeTitle} text={t.code.revokeText}>
      {revoke.error && <ErrorPanel error={revoke.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t.common.cancel}</Button>
        <Button look="danger" busy={revoke.isPending} onClick={() => revoke.mutate()}>
          {t.code.revoke}
        </Button>
      </div>
    </Dialog>
  )
}

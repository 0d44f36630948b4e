import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { providerQuery, removeProvider } from './api'

export function RemoveProviderDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: removeProvider,
    onSuccess: () => {
      client.setQueryData(providerQuery.queryKey, null)
      toast.success(t.organization.removed)
      onClose()
    },
  })
  const close = () => {
    remove.reset()
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t.organization.removeTitle} text={t.organization.removeText}>
      {remove.error && <ErrorPanel error={remove.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t.common.cancel}</Button>
        <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t.organization.removeProvider}
        </Button>
      </div>
    </Dialog>
  )
}

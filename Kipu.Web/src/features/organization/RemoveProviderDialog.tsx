import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
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
  return (
    <ConfirmDialog
      open={open}
      title={t.organization.removeTitle}
      text={t.organization.removeText}
      label={t.organization.removeProvider}
      work={remove}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}

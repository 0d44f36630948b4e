import { useMutation } from '@tanstack/react-query'
import { toast } from 'sonner'
import { useWords } from '@/i18n/language'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
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
  return (
    <ConfirmDialog
      open={open}
      title={t.code.revokeTitle}
      text={t.code.revokeText}
      label={t.code.revoke}
      work={revoke}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    />
  )
}

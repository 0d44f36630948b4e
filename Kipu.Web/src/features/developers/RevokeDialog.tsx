import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { ApiKey } from '@/api/types'
import { useWords } from '@/i18n/language'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { revokeApiKey } from './api'

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey | null; onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: async () => {
      toast.success(t.developers.revoked)
      onClose()
      await client.invalidateQueries({ queryKey: keys.apiKeys })
    },
  })
  return (
    <ConfirmDialog
      open={apiKey !== null}
      title={apiKey ? t.developers.revokeWhich(apiKey.name) : ''}
      text={t.developers.revokeText}
      label={t.people.revoke}
      work={revoke}
      onConfirm={() => apiKey && revoke.mutate(apiKey.id)}
      onClose={onClose}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { ApiKey } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
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
  const close = () => {
    revoke.reset()
    onClose()
  }
  const title = apiKey ? t.developers.revokeWhich(apiKey.name) : ''
  return (
    <Dialog open={apiKey !== null} onOpenChange={close} title={title} text={t.developers.revokeText}>
      {revoke.error && <ErrorPanel error={revoke.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{t.common.cancel}</Button>
        <Button look="danger" busy={revoke.isPending} onClick={() => apiKey && revoke.mutate(apiKey.id)}>
          {t.people.revoke}
        </Button>
      </div>
    </Dialog>
  )
}

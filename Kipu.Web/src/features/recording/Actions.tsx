import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { useWords } from '@/i18n/language'
import { Button, buttonClass } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { remove } from './api'

export function Actions({ id }: { id: string }) {
  const t = useWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [removing, setRemoving] = useState(false)
  const removal = useMutation({
    mutationFn: () => remove(id),
    onSuccess: async () => {
      await navigate({ to: '/recordings' })
      toast.success(t.recording.removed)
      client.removeQueries({ queryKey: keys.recording(id) })
      client.invalidateQueries({ queryKey: keys.recordings })
    },
  })
  return (
    <>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className={buttonClass('ghost', true)} aria-label={t.recording.more}>
          <Ellipsis className="icon" strokeWidth={1.5} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
            <DropdownMenu.Item className="menu-item" data-tone="rec" onSelect={() => setRemoving(true)}>
              <Trash2 className="icon" strokeWidth={1.5} aria-hidden />
              {t.recording.remove}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <Dialog open={removing} onOpenChange={setRemoving} title={t.recording.removeTitle} text={t.recording.removeText}>
        {removal.error && <ErrorPanel error={removal.error} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setRemoving(false)}>{t.common.cancel}</Button>
          <Button look="danger" busy={removal.isPending} onClick={() => removal.mutate()}>
            {t.recording.remove}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

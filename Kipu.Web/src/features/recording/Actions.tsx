import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Ellipsis } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useState } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { useMayChange } from '@/session/useMayChange'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { saveFile } from '@/ui/saveFile'
import { AgainDialog } from './AgainDialog'
import { exported, FORMATS, type Format, remove, restore } from './api'
import { ShareDialog } from './ShareDialog'

/** What one does with a recording as a whole: share it, take it along, have it read again, delete it. */
export function Actions({ recording, onTags, onHelp }: { recording: RecordingSummary; onTags: (() => void) | null; onHelp: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const [asking, setAsking] = useState<'share' | 'again' | 'remove' | null>(null)
  const take = useMutation({
    mutationFn: async (format: Format) => saveFile(`${recording.title}.${format}`, await exported(recording.id, format)),
    onError: (error) => toast.error(text(error)),
  })
  const readable = recording.status === 'COMPLETED'
  const mayChange = useMayChange()
  const close = () => setAsking(null)
  return (
    <div className="acts">
      <DropdownMenu.Root>
        <DropdownMenu.Trigger className="btn btn-ghost btn-icon" aria-label={t.recording.more} title={t.recording.more}>
          <Ellipsis className="icon" strokeWidth={1.5} aria-hidden />
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className="menu" align="end" sideOffset={8} collisionPadding={12}>
            {onTags && (
              <DropdownMenu.Item className="menu-item" onSelect={onTags}>
                {t.recording.tags}
              </DropdownMenu.Item>
            )}
            {readable && mayChange && (
              <DropdownMenu.Item className="menu-item" onSelect={() => setAsking('again')}>
                {t.recording.again}
              </DropdownMenu.Item>
            )}
            {readable && (
              <>
                <DropdownMenu.Item className="menu-item" onSelect={() => setAsking('share')}>
                  {t.recording.share}
                </DropdownMenu.Item>
                <DropdownMenu.Label className="menu-label">{t.recording.exportAs}</DropdownMenu.Label>
                {FORMATS.map((format) => (
                  <DropdownMenu.Item key={format} className="menu-item" onSelect={() => take.mutate(format)}>
                    {t.recording.formats[format]}
                  </DropdownMenu.Item>
                ))}
              </>
            )}
            <DropdownMenu.Item className="menu-item" onSelect={onHelp}>
              {t.recording.keys}
            </DropdownMenu.Item>
            <DropdownMenu.Item className="menu-item" data-tone="rec" onSelect={() => setAsking('remove')}>
              {t.recording.remove}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ShareDialog id={recording.id} open={asking === 'share'} onClose={close} />
      <AgainDialog recording={recording} open={asking === 'again'} onClose={close} />
      <RemoveDialog recording={recording} open={asking === 'remove'} onClose={close} />
    </div>
  )
}

type DialogProps = { recording: RecordingSummary; open: boolean; onClose: () => void }

/** Deletes; for a while it can be taken back where one sees that it is gone. */
function RemoveDialog({ recording, open, onClose }: DialogProps) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const refresh = () => client.invalidateQueries({ queryKey: keys.recordings })
  const back = useMutation({
    mutationFn: () => restore(recording.id),
    onSuccess: refresh,
    onError: (error) => toast.error(text(error)),
  })
  const deletion = useMutation({
    mutationFn: () => remove(recording.id),
    onSuccess: async () => {
      await navigate({ to: '/recordings' })
      await refresh()
      toast.success(t.recording.removed, { action: { label: t.recording.undo, onClick: () => back.mutate() } })
    },
  })
  return (
    <ConfirmDialog
      open={open}
      title={t.recording.removeTitle(recording.title)}
      text={t.recording.removeText}
      label={t.recording.remove}
      work={deletion}
      onConfirm={() => deletion.mutate()}
      onClose={onClose}
    />
  )
}

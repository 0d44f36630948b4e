import type { ReactNode } from 'react'
import { useWords } from '@/i18n/language'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'

type Props = {
  open: boolean
  title: string
  text: ReactNode
  /** What the button does, in its words. */
  label: string
  /** The other button's words, where "cancel" could be mistaken. */
  back?: string
  work: { error: Error | null; isPending: boolean; reset: () => void }
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what can't be taken back. A refusal is told in its place. */
export function ConfirmDialog({ open, title, text, label, back, work, onConfirm, onClose }: Props) {
  const t = useWords()
  const close = () => {
    work.reset()
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={close} title={title} text={text}>
      {work.error && <ErrorPanel error={work.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{back ?? t.common.cancel}</Button>
        <Button look="danger" busy={work.isPending} onClick={onConfirm}>
          {label}
        </Button>
      </div>
    </Dialog>
  )
}

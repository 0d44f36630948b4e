import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { CodeBox } from '@/ui/CodeBox'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Segmented } from '@/ui/Segmented'
import { rotateCode } from './api'

const GRACE = ['0', '1', '24'] as const

/** Asks how long the code of before still counts, then shows the new one, here and never again. */
export function RotateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const [hours, setHours] = useState<(typeof GRACE)[number]>('1')
  const rotate = useMutation({ mutationFn: rotateCode })
  const close = () => {
    rotate.reset()
    onClose()
  }
  const made = rotate.data
  const until = made?.previousValidUntil ? new Date(made.previousValidUntil) : null
  const shown = until && until > new Date() ? t.code.previousUntil(dateAndTime(language, until)) : t.code.previousOver
  return (
    // With a code on it, it is left by its own button alone.
    <Dialog open={open} onOpenChange={() => !made && close()} title={t.code.rotate} text={made ? shown : t.code.rotateText}>
      {made ? (
        <div className="grid gap-4">
          <CodeBox code={made.organizationCode} onContinue={close} />
        </div>
      ) : (
        <div className="grid gap-5">
          <div className="grid justify-items-start gap-1">
            <span className="text-[14px] font-semibold">{t.code.grace}</span>
            <Segmented
              label={t.code.grace}
              value={hours}
              options={GRACE.map((value) => ({ value, label: t.code.graceOf[value] }))}
              onChange={setHours}
            />
          </div>
          {rotate.error && <ErrorPanel error={rotate.error} />}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>{t.common.cancel}</Button>
            <Button look="primary" busy={rotate.isPending} onClick={() => rotate.mutate(Number(hours))}>
              {t.code.rotateNow}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  )
}

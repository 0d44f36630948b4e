import { useState } from 'react'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { RevokeCodeDialog } from './RevokeCodeDialog'
import { RotateDialog } from './RotateDialog'

/** The code itself is kept as a hash: it can be replaced and ended here, and not be seen again. */
export function OrganizationCode() {
  const t = useWords()
  const [open, setOpen] = useState<'rotate' | 'revoke' | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="card grid max-w-[520px] gap-4 p-5">
      <h2 className="text-[17px] font-[660]">{t.code.label}</h2>
      <p className="text-ink-2">{t.code.text}</p>
      <p className="code text-ink-3" aria-hidden="true">
        ••••• •••••
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen('rotate')}>{t.code.rotate}</Button>
        <Button look="quiet" onClick={() => setOpen('revoke')}>
          {t.code.revoke}
        </Button>
      </div>
      <RotateDialog open={open === 'rotate'} onClose={close} />
      <RevokeCodeDialog open={open === 'revoke'} onClose={close} />
    </section>
  )
}

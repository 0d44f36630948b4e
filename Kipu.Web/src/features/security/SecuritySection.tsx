import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { toast } from 'sonner'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { Button, buttonClass } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { mailConfirmation, secondFactorQuery } from './api'
import { ChangePassword } from './ChangePassword'
import { DisableDialog, RenewDialog } from './ProofDialogs'

/** How the own sign-in is protected, and whether the address is proven. */
export function SecuritySection() {
  const t = useWords()
  const { data: factor, error, refetch } = useQuery(secondFactorQuery)
  const [open, setOpen] = useState<'renew' | 'disable' | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="grid justify-items-start gap-3">
      <h2 className="text-[17px] font-[660]">{t.security.title}</h2>
      <AddressNotice />
      <ChangePassword />
      <h3 className="mt-3 text-[14px] font-semibold">{t.security.factor}</h3>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!factor && !error && (
        <div className="w-full">
          <Skeleton rows={1} height={44} />
        </div>
      )}
      {factor && !factor.enabled && (
        <>
          <p className="text-ink-2">{t.security.off}</p>
          <Link to="/segundo-factor" search={{ next: '/settings' }} className={buttonClass()}>
            {t.security.setUp}
          </Link>
        </>
      )}
      {factor?.enabled && (
        <>
          <p className="text-ink-2">
            {t.security.on} {t.security.codesLeft(factor.recoveryCodesLeft)}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen('renew')}>{t.security.renew}</Button>
            {!factor.required && (
              <Button look="danger" onClick={() => setOpen('disable')}>
                {t.security.disable}
              </Button>
            )}
          </div>
          {factor.required && <p className="text-ink-3">{t.security.required}</p>}
        </>
      )}
      <RenewDialog open={open === 'renew'} onClose={close} />
      <DisableDialog open={open === 'disable'} onClose={close} />
    </section>
  )
}

function AddressNotice() {
  const t = useWords()
  const text = useErrorText()
  const { data: me } = useQuery(meQuery)
  const send = useMutation({
    mutationFn: mailConfirmation,
    onSuccess: () => toast.success(t.security.addressSent),
    onError: (error) => toast.error(text(error)),
  })
  if (!me || me.user.emailVerified) return null
  return (
    <div className="band" data-tone="warn">
      <p className="flex-1 basis-60">{t.security.addressOpen}</p>
      <Button busy={send.isPending} onClick={() => send.mutate()}>
        {t.mailed.send}
      </Button>
    </div>
  )
}

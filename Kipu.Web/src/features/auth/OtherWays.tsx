import { useMutation } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { hasPasskeys } from '@/session/passkeys'
import { Button } from '@/ui/Button'
import { Refusal } from '@/ui/Refusal'
import { signInByPasskey } from './api'

/** How to come in without a password. */
export function OtherWays({ onDone }: { onDone: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const passkey = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone })
  if (!hasPasskeys()) return null
  return (
    <>
      <p className="or">{t.auth.or}</p>
      <div className="grid gap-3">
        <Refusal text={passkey.error ? text(passkey.error) : undefined} />
        <Button busy={passkey.isPending} onClick={() => passkey.mutate()}>
          <KeyRound className="icon" strokeWidth={1.5} aria-hidden />
          {t.auth.byPasskey}
        </Button>
      </div>
    </>
  )
}

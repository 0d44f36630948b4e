import { useMutation } from '@tanstack/react-query'
import { Building2, KeyRound } from 'lucide-react'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { hasPasskeys } from '@/session/passkeys'
import { Button } from '@/ui/Button'
import { Refusal } from '@/ui/Refusal'
import { signInByPasskey } from './api'

/** How to come in without a password of ours. */
export function OtherWays({ onDone, onElsewhere }: { onDone: () => void; onElsewhere: () => void }) {
  const t = useWords()
  const text = useErrorText()
  const passkey = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone })
  return (
    <>
      <p className="or">{t.auth.or}</p>
      <div className="grid gap-3">
        {passkey.error && <Refusal text={text(passkey.error)} />}
        {hasPasskeys() && (
          <Button busy={passkey.isPending} onClick={() => passkey.mutate()}>
            <KeyRound className="icon" strokeWidth={1.5} aria-hidden />
            {t.auth.byPasskey}
          </Button>
        )}
        <Button onClick={onElsewhere}>
          <Building2 className="icon" strokeWidth={1.5} aria-hidden />
          {t.auth.elsewhere}
        </Button>
      </div>
    </>
  )
}

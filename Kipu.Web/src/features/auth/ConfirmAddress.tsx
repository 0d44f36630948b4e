import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { keys } from '@/api/keys'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button, buttonClass } from '@/ui/Button'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { confirmAddress } from './api'

/** Where the mailed link leads. It asks for a click, since programs that look into mails open links too. */
export function ConfirmAddress({ token }: { token: string }) {
  const t = useWords()
  const text = useErrorText()
  const client = useQueryClient()
  const confirm = useMutation({
    mutationFn: () => confirmAddress(token),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  })
  const onward = (
    <Link to="/recordings" className={buttonClass(confirm.isSuccess ? 'primary' : 'ghost')}>
      {t.nav.recordings}
    </Link>
  )
  return (
    <Front>
      <div className="form-page grid justify-items-start gap-4">
        {confirm.isSuccess ? (
          <>
            <Heading title={t.mailed.confirmed}>{t.mailed.confirmed}</Heading>
            <p className="text-ink-2">{t.mailed.confirmedText}</p>
            {onward}
          </>
        ) : token === '' ? (
          <>
            <Heading title={t.mailed.incomplete}>{t.mailed.incomplete}</Heading>
            <p className="text-ink-2">{t.mailed.incompleteText}</p>
          </>
        ) : (
          <>
            <Heading title={t.mailed.confirmTitle}>{t.mailed.confirmTitle}</Heading>
            <p className="text-ink-2">{t.mailed.confirmText}</p>
            <Refusal text={confirm.error ? text(confirm.error) : undefined} />
            <Button look="primary" busy={confirm.isPending} onClick={() => confirm.mutate()}>
              {t.mailed.confirm}
            </Button>
            {confirm.isError && (
              <Link to="/settings" className="link">
                {t.mailed.anotherInSettings}
              </Link>
            )}
          </>
        )}
      </div>
    </Front>
  )
}

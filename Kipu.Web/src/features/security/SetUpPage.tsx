import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { keys } from '@/api/keys'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { refresh } from '@/session/session'
import { useSession } from '@/session/useSession'
import { Button } from '@/ui/Button'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { enrol } from './api'
import { RecoveryCodes } from './RecoveryCodes'
import { VerifyForm } from './VerifyForm'

/** Sets a second factor up in three steps: why, the secret and a code of it, the recovery codes. */
export function SetUpPage({ next }: { next: string }) {
  const t = useWords()
  const router = useRouter()
  const client = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const begin = useMutation({ mutationFn: enrol })
  const finish = useMutation({
    // A session that was good for nothing but this becomes a whole one.
    mutationFn: async () => {
      await refresh()
      await client.invalidateQueries({ queryKey: keys.secondFactor })
    },
    onSuccess: () => router.history.push(next),
  })
  const text = useErrorText()
  return (
    <Front>
      <div className="form-page">
        {codes ? (
          <div className="grid gap-4">
            <Heading title={t.security.codes}>{t.security.codesTitle}</Heading>
            <p className="text-ink-2">{t.security.codesText}</p>
            <Refusal text={finish.error ? text(finish.error) : undefined} />
            <RecoveryCodes codes={codes} onContinue={() => finish.mutate()} />
          </div>
        ) : begin.data ? (
          <VerifyForm secret={begin.data.secret} uri={begin.data.uri} onDone={setCodes} />
        ) : (
          <Intro busy={begin.isPending} refusal={begin.error ? text(begin.error) : undefined} onBegin={() => begin.mutate()} />
        )}
      </div>
    </Front>
  )
}

function Intro({ busy, refusal, onBegin }: { busy: boolean; refusal: string | undefined; onBegin: () => void }) {
  const t = useWords()
  const required = useSession()?.mfaEnrolmentRequired
  return (
    <div className="grid justify-items-start gap-4">
      <Heading title={t.security.factor}>{t.security.setUpTitle}</Heading>
      {required && <p className="band">{t.errors.mfa_enrolment_required}</p>}
      <p className="text-ink-2">{t.security.setUpText}</p>
      <Refusal text={refusal} />
      <Button look="primary" busy={busy} onClick={onBegin}>
        {t.security.begin}
      </Button>
    </div>
  )
}

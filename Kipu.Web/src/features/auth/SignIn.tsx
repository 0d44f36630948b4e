import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
import { ApiError } from '@/api/problem'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { signIn } from './api'
import { ChallengeForm } from './ChallengeForm'
import { OtherWays } from './OtherWays'
import { SignInElsewhere } from './SignInElsewhere'

/** @param refusal Why a sign-in at an organization's own provider has failed, as the service's code. */
export function SignIn({ next, refusal }: { next: string; refusal: string | null }) {
  const t = useWords()
  const router = useRouter()
  const [elsewhere, setElsewhere] = useState(false)
  const [challenge, setChallenge] = useState<string | null>(null)
  const goOn = () => router.history.push(next)
  return (
    <Front>
      {elsewhere ? (
        <SignInElsewhere onBack={() => setElsewhere(false)} />
      ) : challenge ? (
        <ChallengeForm challenge={challenge} onDone={goOn} onRestart={() => setChallenge(null)} />
      ) : (
        <div className="form-page">
          <Heading title={t.auth.signIn}>{t.auth.signInTitle}</Heading>
          {refusal && <ProviderRefusal code={refusal} />}
          <PasswordForm onDone={(challenge) => (challenge ? setChallenge(challenge) : goOn())} />
          <OtherWays onDone={goOn} onElsewhere={() => setElsewhere(true)} />
          <NoAccount />
        </div>
      )}
    </Front>
  )
}

function PasswordForm({ onDone }: { onDone: (challenge: string | null) => void }) {
  const t = useWords()
  const schema = z.object({ email: z.email(t.auth.emailInvalid), password: z.string().check(z.minLength(1, t.auth.required)) })
  const form = useFormOf(schema, { email: '', password: '' })
  return (
    <>
      <form noValidate onSubmit={form.submit(async (values) => onDone(await signIn(values)))}>
        <Field label={t.auth.email} type="email" autoComplete="username" error={form.error('email')} {...form.register('email')} />
        <Field
          label={t.auth.password}
          type="password"
          autoComplete="current-password"
          error={form.error('password')}
          {...form.register('password')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.auth.signIn}
        </Button>
      </form>
      <p className="mt-4">
        <Link to="/recuperar" className="link">
          {t.auth.forgot}
        </Link>
      </p>
    </>
  )
}

function ProviderRefusal({ code }: { code: string }) {
  const t = useWords()
  const text = useErrorText()
  return (
    <div className="mt-4">
      <Refusal text={code === 'limit_exceeded' ? t.auth.noSeat : text(new ApiError(code, 0))} />
    </div>
  )
}

function NoAccount() {
  const t = useWords()
  return (
    <p className="mt-6 text-ink-2">
      {t.auth.noAccount}{' '}
      <Link to="/crear-cuenta" className="link">
        {t.auth.signUp}
      </Link>
    </p>
  )
}

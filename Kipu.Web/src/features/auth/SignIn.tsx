import { Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
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

export function SignIn({ next }: { next: string }) {
  const router = useRouter()
  const [challenge, setChallenge] = useState<string | null>(null)
  const goOn = () => router.history.push(next)
  return (
    <Front>
      {challenge ? (
        <ChallengeForm challenge={challenge} onDone={goOn} onRestart={() => setChallenge(null)} />
      ) : (
        <div className="form-page">
          <PasswordForm onDone={(challenge) => (challenge ? setChallenge(challenge) : goOn())} />
          <OtherWays onDone={goOn} />
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
      <Heading title={t.auth.signIn}>{t.auth.signInTitle}</Heading>
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

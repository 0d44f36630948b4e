import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { CodeBox } from '@/ui/CodeBox'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { signUp } from './api'

export function SignUp() {
  const t = useWords()
  const navigate = useNavigate()
  const [code, setCode] = useState<string | null>(null)
  const goOn = () => navigate({ to: '/record' })
  if (code) {
    return (
      <Front>
        <div className="form-page grid gap-4">
          <Heading title={t.auth.trialTitle}>{t.auth.trialTitle}</Heading>
          <p className="text-ink-2">{t.auth.trialText}</p>
          <CodeBox code={code} onContinue={goOn} />
        </div>
      </Front>
    )
  }
  return (
    <Front>
      <SignUpForm onDone={(trialCode) => (trialCode ? setCode(trialCode) : goOn())} />
    </Front>
  )
}

function SignUpForm({ onDone }: { onDone: (code: string | null) => void }) {
  const t = useWords()
  const filled = z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong))
  const schema = z.object({
    name: filled,
    email: z.email(t.auth.emailInvalid),
    password: z.string().check(z.minLength(10, t.auth.passwordShort), z.maxLength(128, t.auth.tooLong)),
    organizationName: filled,
  })
  const form = useFormOf(schema, { name: '', email: '', password: '', organizationName: '' })
  return (
    <div className="form-page">
      <Heading title={t.auth.signUp}>{t.auth.signUpTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.auth.signUpText}</p>
      <form noValidate onSubmit={form.submit(async (values) => onDone(await signUp(values)))}>
        <Field label={t.auth.name} autoComplete="name" error={form.error('name')} {...form.register('name')} />
        <Field label={t.auth.email} type="email" autoComplete="email" error={form.error('email')} {...form.register('email')} />
        <Field
          label={t.auth.password}
          type="password"
          autoComplete="new-password"
          hint={t.auth.passwordHint}
          error={form.error('password')}
          {...form.register('password')}
        />
        <Field
          label={t.auth.organization}
          autoComplete="organization"
          error={form.error('organizationName')}
          {...form.register('organizationName')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.auth.signUp}
        </Button>
      </form>
      <p className="mt-6 text-ink-2">
        {t.auth.haveAccount}{' '}
        <Link to="/entrar" className="link">
          {t.auth.signIn}
        </Link>
      </p>
    </div>
  )
}

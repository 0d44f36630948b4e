import { Link, useRouter } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { signIn } from './api'

export function SignIn({ next }: { next: string }) {
  const t = useWords()
  const router = useRouter()
  const schema = z.object({ email: z.email(t.auth.emailInvalid), password: z.string().check(z.minLength(1, t.auth.required)) })
  const form = useFormOf(schema, { email: '', password: '' })
  return (
    <Front>
      <div className="form-page">
        <Heading title={t.auth.signIn}>{t.auth.signInTitle}</Heading>
        <form
          noValidate
          onSubmit={form.submit(async (values) => {
            await signIn(values)
            router.history.push(next)
          })}
        >
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
        <p className="mt-6 text-ink-2">
          {t.auth.noAccount}{' '}
          <Link to="/crear-cuenta" className="link">
            {t.auth.signUp}
          </Link>
        </p>
      </div>
    </Front>
  )
}

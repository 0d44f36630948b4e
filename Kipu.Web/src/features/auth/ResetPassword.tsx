import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button, buttonClass } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { resetPassword } from './api'

/** Where the mailed link leads: a password, for the first time or a new one. */
export function ResetPassword({ token }: { token: string }) {
  const t = useWords()
  const [done, setDone] = useState(false)
  return (
    <Front>
      <div className="form-page">
        {done ? (
          <div className="grid justify-items-start gap-4">
            <Heading title={t.mailed.resetDone}>{t.mailed.resetDone}</Heading>
            <p className="text-ink-2">{t.mailed.resetDoneText}</p>
            <Link to="/entrar" className={buttonClass('primary')}>
              {t.auth.signIn}
            </Link>
          </div>
        ) : (
          <ResetForm token={token} onDone={() => setDone(true)} />
        )}
      </div>
    </Front>
  )
}

function ResetForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useWords()
  const password = z.string().check(z.minLength(10, t.auth.passwordShort), z.maxLength(128, t.auth.tooLong))
  const form = useFormOf(z.object({ password }), { password: '' })
  return (
    <>
      <Heading title={t.mailed.resetTitle}>{t.mailed.resetTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.mailed.resetText}</p>
      <form
        noValidate
        onSubmit={form.submit(async (values) => {
          await resetPassword(token, values.password)
          onDone()
        })}
      >
        <Field
          label={t.mailed.newPassword}
          type="password"
          autoComplete="new-password"
          hint={t.auth.passwordHint}
          error={form.error('password')}
          {...form.register('password')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.mailed.reset}
        </Button>
      </form>
      <p className="mt-6">
        <Link to="/recuperar" hash="" className="link">
          {t.mailed.another}
        </Link>
      </p>
    </>
  )
}

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { askForLink } from './api'

/** Asks for a link by mail. What it says afterwards doesn't tell whether the address has an account. */
export function ForgotPassword() {
  const t = useWords()
  const [sentTo, setSentTo] = useState<string | null>(null)
  return (
    <Front>
      <div className="form-page">
        {sentTo ? (
          <>
            <Heading title={t.mailed.sentTitle}>{t.mailed.sentTitle}</Heading>
            <p className="mt-2 text-ink-2">{t.mailed.sentText(sentTo)}</p>
          </>
        ) : (
          <ForgotForm onDone={setSentTo} />
        )}
        <p className="mt-6">
          <Link to="/entrar" className="link">
            {t.auth.signIn}
          </Link>
        </p>
      </div>
    </Front>
  )
}

function ForgotForm({ onDone }: { onDone: (email: string) => void }) {
  const t = useWords()
  const form = useFormOf(z.object({ email: z.email(t.auth.emailInvalid) }), { email: '' })
  return (
    <>
      <Heading title={t.mailed.forgotTitle}>{t.mailed.forgotTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.mailed.forgotText}</p>
      <form
        noValidate
        onSubmit={form.submit(async ({ email }) => {
          await askForLink(email)
          onDone(email)
        })}
      >
        <Field label={t.auth.email} type="email" autoComplete="username" error={form.error('email')} {...form.register('email')} />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.mailed.send}
        </Button>
      </form>
    </>
  )
}

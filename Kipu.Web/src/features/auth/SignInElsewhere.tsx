import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { startAtProvider } from './api'

/** The address tells whose provider it is; the browser goes there and comes back signed in. */
export function SignInElsewhere({ onBack }: { onBack: () => void }) {
  const t = useWords()
  const form = useFormOf(z.object({ email: z.email(t.auth.emailInvalid) }), { email: '' })
  return (
    <div className="form-page">
      <Heading title={t.auth.signIn}>{t.auth.elsewhereTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.auth.elsewhereText}</p>
      <form noValidate onSubmit={form.submit(async ({ email }) => location.assign(await startAtProvider(email)))}>
        <Field label={t.auth.email} type="email" autoComplete="username" error={form.error('email')} {...form.register('email')} />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.common.continue}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t.common.back}
        </Button>
      </form>
    </div>
  )
}

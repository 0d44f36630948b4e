import * as z from 'zod/mini'
import { api, unwrap } from '@/api/client'
import { useWords } from '@/i18n/language'
import { signedIn } from '@/session/session'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { createFromCode } from './api'

/** For who paid before having an organization: makes it from the code, and signs its owner in. */
export function ClaimOrganization({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useWords()
  const filled = z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong))
  const schema = z.object({
    name: filled,
    ownerName: filled,
    ownerEmail: z.email(t.auth.emailInvalid),
    password: z.string().check(z.minLength(10, t.auth.passwordShort), z.maxLength(128, t.auth.tooLong)),
  })
  const form = useFormOf(schema, { name: '', ownerName: '', ownerEmail: '', password: '' })
  return (
    <section className="mt-4">
      <h2 className="text-[19px] font-[660]">{t.checkout.createTitle}</h2>
      <p className="text-ink-2">{t.checkout.createText}</p>
      <form
        noValidate
        onSubmit={form.submit(async (values) => {
          await createFromCode({ ...values, code })
          signedIn(await unwrap(api.POST('/api/auth/login', { body: { email: values.ownerEmail, password: values.password } })))
          onDone()
        })}
      >
        <Field label={t.auth.organization} autoComplete="organization" error={form.error('name')} {...form.register('name')} />
        <Field label={t.auth.name} autoComplete="name" error={form.error('ownerName')} {...form.register('ownerName')} />
        <Field label={t.auth.email} type="email" autoComplete="email" error={form.error('ownerEmail')} {...form.register('ownerEmail')} />
        <Field
          label={t.auth.password}
          type="password"
          autoComplete="new-password"
          hint={t.auth.passwordHint}
          error={form.error('password')}
          {...form.register('password')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.checkout.create}
        </Button>
      </form>
    </section>
  )
}

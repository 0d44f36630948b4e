import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { acceptInvitation } from './api'

/** Where an invitation's link leads: a name and a password make a member, who is signed in by that. */
export function AcceptInvitation({ token }: { token: string }) {
  const t = useWords()
  return (
    <Front>
      <div className="form-page">
        {token === '' ? (
          <>
            <Heading title={t.mailed.incomplete}>{t.mailed.incomplete}</Heading>
            <p className="mt-2 text-ink-2">{t.mailed.incompleteText}</p>
          </>
        ) : (
          <AcceptForm token={token} />
        )}
      </div>
    </Front>
  )
}

function AcceptForm({ token }: { token: string }) {
  const t = useWords()
  const session = useSession()
  const client = useQueryClient()
  const navigate = useNavigate()
  const schema = z.object({
    name: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong)),
    password: z.string().check(z.minLength(10, t.auth.passwordShort), z.maxLength(128, t.auth.tooLong)),
  })
  const form = useFormOf(schema, { name: '', password: '' })
  return (
    <>
      <Heading title={t.mailed.inviteTitle}>{t.mailed.inviteTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.mailed.inviteText}</p>
      {session && <p className="band mt-4">{t.mailed.inviteSignedIn(session.user.email)}</p>}
      <form
        noValidate
        onSubmit={form.submit(async (values) => {
          await acceptInvitation({ ...values, token })
          // What was loaded belonged to whoever was signed in before.
          client.clear()
          await navigate({ to: '/recordings' })
        })}
      >
        <Field label={t.auth.name} autoComplete="name" error={form.error('name')} {...form.register('name')} />
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
          {t.mailed.accept}
        </Button>
      </form>
      <p className="mt-6 text-ink-2">
        {t.auth.haveAccount}{' '}
        <Link to="/entrar" className="link">
          {t.auth.signIn}
        </Link>
      </p>
    </>
  )
}

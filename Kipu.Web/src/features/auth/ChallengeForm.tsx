import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { completeChallenge } from './api'

type Props = { challenge: string; onDone: () => void; onRestart: () => void }

/** The second step of a sign-in: a code of the app, or one of those that were kept for the day without it. */
export function ChallengeForm({ challenge, onDone, onRestart }: Props) {
  const t = useWords()
  const schema = z.object({ code: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(20, t.auth.tooLong)) })
  const form = useFormOf(schema, { code: '' })
  return (
    <div className="form-page">
      <Heading title={t.auth.signIn}>{t.auth.challengeTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.auth.challengeText}</p>
      <form
        noValidate
        onSubmit={form.submit(async ({ code }) => {
          await completeChallenge(challenge, code)
          onDone()
        })}
      >
        <Field
          label={t.auth.code}
          hint={t.auth.codeHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          error={form.error('code')}
          {...form.register('code')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.auth.signIn}
        </Button>
        <Button look="quiet" onClick={onRestart}>
          {t.auth.restart}
        </Button>
      </form>
    </div>
  )
}

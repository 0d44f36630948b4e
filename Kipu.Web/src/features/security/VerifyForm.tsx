import { toast } from 'sonner'
import * as z from 'zod/mini'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Heading } from '@/ui/Heading'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { verify } from './api'
import { grouped } from './secret'

type Props = { secret: string; uri: string; onDone: (recoveryCodes: string[]) => void }

/** The secret goes into the app; a code of the app proves that it has arrived there. */
export function VerifyForm({ secret, uri, onDone }: Props) {
  const t = useWords()
  const schema = z.object({ code: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(20, t.auth.tooLong)) })
  const form = useFormOf(schema, { code: '' })
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast.success(t.security.secretCopied)
  }
  return (
    <>
      <Heading title={t.security.factor}>{t.security.secretTitle}</Heading>
      <p className="mt-2 text-ink-2">{t.security.secretText}</p>
      <div className="card mt-4 grid justify-items-start gap-3 p-5">
        <output className="num select-all text-[17px] font-semibold break-words" aria-label={t.security.secret} data-secret={secret}>
          {grouped(secret)}
        </output>
        <div className="flex flex-wrap items-center gap-4">
          <Button onClick={copy}>{t.security.copySecret}</Button>
          <a className="link" href={uri}>
            {t.security.openApp}
          </a>
        </div>
      </div>
      <form noValidate onSubmit={form.submit(async ({ code }) => onDone(await verify(code)))}>
        <Field
          label={t.security.appCode}
          hint={t.security.appCodeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={form.error('code')}
          {...form.register('code')}
        />
        <Refusal text={form.refusal} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t.security.activate}
        </Button>
      </form>
    </>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { ApiKeyScope } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { NewSecret } from '@/ui/NewSecret'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { createApiKey } from './api'

const SCOPES: ApiKeyScope[] = ['read', 'write', 'admin']

/** Makes a key; it is shown in the form's place until one says that it is kept. */
export function CreateKey() {
  const t = useWords()
  const [made, setMade] = useState<string | null>(null)
  return made ? (
    <NewSecret
      title={t.developers.made}
      text={t.developers.madeText}
      value={made}
      copyLabel={t.developers.copy}
      onKept={() => setMade(null)}
    />
  ) : (
    <CreateForm onDone={setMade} />
  )
}

function CreateForm({ onDone }: { onDone: (key: string) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({
    name: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong)),
    scopes: z.array(z.enum(['read', 'write', 'admin'])).check(z.minLength(1, t.developers.someScope)),
  })
  const form = useFormOf(schema, { name: '', scopes: ['read'] as ApiKeyScope[] })
  return (
    <form
      noValidate
      className="card grid max-w-[520px] gap-4 p-5"
      onSubmit={form.submit(async ({ name, scopes }) => {
        onDone(await createApiKey(name, scopes))
        await client.invalidateQueries({ queryKey: keys.apiKeys })
      })}
    >
      <h2 className="text-[17px] font-[660]">{t.developers.create}</h2>
      <Field
        label={t.developers.name}
        hint={t.developers.nameHint}
        autoComplete="off"
        error={form.error('name')}
        {...form.register('name')}
      />
      <fieldset className="field">
        <legend>{t.developers.scopes}</legend>
        {SCOPES.map((scope) => (
          <label key={scope} className="flex cursor-pointer items-center gap-3 font-normal">
            <input type="checkbox" className="check" value={scope} {...form.register('scopes')} />
            {t.scopes[scope]}
          </label>
        ))}
        {form.error('scopes') && <p className="field-error">{form.error('scopes')}</p>}
      </fieldset>
      <Refusal text={form.refusal} />
      <Button type="submit" look="primary" className="justify-self-start" busy={form.busy}>
        {t.developers.create}
      </Button>
    </form>
  )
}

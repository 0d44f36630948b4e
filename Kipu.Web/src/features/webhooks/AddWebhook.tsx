import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { WebhookEvent } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { NewSecret } from '@/ui/NewSecret'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { createWebhook } from './api'

const EVENTS = ['recording.completed', 'recording.failed'] as const satisfies WebhookEvent[]

/** Adds one; its secret is shown in the form's place until one says that it is kept. */
export function AddWebhook() {
  const t = useWords()
  const [secret, setSecret] = useState<string | null>(null)
  return secret ? (
    <NewSecret
      title={t.webhooks.made}
      text={t.webhooks.madeText}
      value={secret}
      copyLabel={t.webhooks.copy}
      onKept={() => setSecret(null)}
    />
  ) : (
    <AddForm onDone={setSecret} />
  )
}

function AddForm({ onDone }: { onDone: (secret: string) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({
    url: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(2048, t.auth.tooLong)),
    description: z.string().check(z.trim(), z.maxLength(200, t.auth.tooLong)),
    events: z.array(z.enum(EVENTS)).check(z.minLength(1, t.webhooks.someEvent)),
  })
  const form = useFormOf(schema, { url: '', description: '', events: [...EVENTS] })
  return (
    <form
      noValidate
      className="card grid max-w-[520px] gap-4 p-5"
      onSubmit={form.submit(async ({ url, description, events }) => {
        onDone(await createWebhook(url, events, description))
        await client.invalidateQueries({ queryKey: keys.webhooks })
      })}
    >
      <h2 className="text-[17px] font-[660]">{t.webhooks.add}</h2>
      <Field
        label={t.webhooks.url}
        hint={t.webhooks.urlHint}
        type="url"
        autoComplete="off"
        error={form.error('url')}
        {...form.register('url')}
      />
      <Field
        label={t.webhooks.description}
        optional
        autoComplete="off"
        error={form.error('description')}
        {...form.register('description')}
      />
      <fieldset className="field">
        <legend>{t.webhooks.events}</legend>
        {EVENTS.map((event) => (
          <label key={event} className="flex cursor-pointer items-center gap-3 font-normal">
            <input type="checkbox" className="check" value={event} {...form.register('events')} />
            {t.webhooks.eventOf[event]}
          </label>
        ))}
        {form.error('events') && <p className="field-error">{form.error('events')}</p>}
      </fieldset>
      <Refusal text={form.refusal} />
      <Button type="submit" look="primary" className="justify-self-start" busy={form.busy}>
        {t.webhooks.add}
      </Button>
    </form>
  )
}

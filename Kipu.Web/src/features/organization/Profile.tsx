import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { OrganizationDetails } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { Skeleton } from '@/ui/Skeleton'
import { useFormOf } from '@/ui/useFormOf'
import { organizationQuery, updateOrganization } from './api'

/** What the organization is called, and the language in which it writes to people without an account. */
export function Profile() {
  const { data, error, refetch } = useQuery(organizationQuery)
  return (
    <section className="grid gap-4">
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={220} />}
      {data && <ProfileForm organization={data} />}
    </section>
  )
}

function ProfileForm({ organization }: { organization: OrganizationDetails }) {
  const t = useWords()
  const id = useId()
  const client = useQueryClient()
  const schema = z.object({
    name: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(120, t.auth.tooLong)),
    language: z.string(),
  })
  const form = useFormOf(schema, { name: organization.name, language: organization.language })
  return (
    <form
      noValidate
      className="grid max-w-[520px] gap-4"
      onSubmit={form.submit(async (values) => {
        client.setQueryData(organizationQuery.queryKey, await updateOrganization(values))
        toast.success(t.organization.profileSaved)
        await client.invalidateQueries({ queryKey: keys.me })
      })}
    >
      <Field label={t.auth.organization} autoComplete="organization" error={form.error('name')} {...form.register('name')} />
      <div className="field">
        <label htmlFor={id}>{t.organization.mailLanguage}</label>
        <select id={id} className="input" aria-describedby={`${id}-hint`} {...form.register('language')}>
          <option value="es">{t.settings.spanish}</option>
          <option value="en">{t.settings.english}</option>
        </select>
        <p id={`${id}-hint`} className="field-hint">
          {t.organization.mailLanguageHint}
        </p>
      </div>
      <Refusal text={form.refusal} />
      <Button type="submit" className="justify-self-start" busy={form.busy}>
        {t.organization.saveProfile}
      </Button>
    </form>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { Role } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { invite } from './api'
import { RoleSelect } from './RoleSelect'
import { rolesFor } from './rules'

export function InviteForm({ role: actor }: { role: Role }) {
  const t = useWords()
  const client = useQueryClient()
  const id = useId()
  const [role, setRole] = useState<Role>('USER')
  const form = useFormOf(z.object({ email: z.email(t.auth.emailInvalid) }), { email: '' })
  return (
    <form
      noValidate
      className="card grid max-w-[520px] gap-4 p-5"
      onSubmit={form.submit(async ({ email }) => {
        await invite(email, role)
        toast.success(t.people.sent)
        form.reset()
        await client.invalidateQueries({ queryKey: keys.invitations })
      })}
    >
      <h2 className="text-[17px] font-[660]">{t.people.inviteTitle}</h2>
      <Field label={t.auth.email} type="email" autoComplete="off" error={form.error('email')} {...form.register('email')} />
      <div className="field">
        <label htmlFor={id}>{t.settings.role}</label>
        <RoleSelect id={id} roles={rolesFor(actor)} value={role} onChange={(event) => setRole(event.target.value as Role)} />
      </div>
      <Refusal text={form.refusal} />
      <Button type="submit" look="primary" className="justify-self-start" busy={form.busy}>
        {t.people.invite}
      </Button>
    </form>
  )
}

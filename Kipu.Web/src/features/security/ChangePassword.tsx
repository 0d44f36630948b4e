import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { changePassword } from './api'

export function ChangePassword() {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <h3 className="text-[14px] font-semibold">{t.auth.password}</h3>
      <Button onClick={() => setOpen(true)}>{t.security.changePassword}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t.security.changePassword} text={t.security.changePasswordText}>
        <ChangeForm onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function ChangeForm({ onClose }: { onClose: () => void }) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({
    currentPassword: z.string().check(z.minLength(1, t.auth.required)),
    newPassword: z.string().check(z.minLength(10, t.auth.passwordShort), z.maxLength(128, t.auth.tooLong)),
  })
  const form = useFormOf(schema, { currentPassword: '', newPassword: '' })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async ({ currentPassword, newPassword }) => {
        await changePassword(currentPassword, newPassword)
        toast.success(t.security.passwordChanged)
        onClose()
        await client.invalidateQueries({ queryKey: keys.sessions })
      })}
    >
      <Field
        label={t.security.currentPassword}
        type="password"
        autoComplete="current-password"
        error={form.error('currentPassword')}
        {...form.register('currentPassword')}
      />
      <Field
        label={t.mailed.newPassword}
        type="password"
        autoComplete="new-password"
        hint={t.auth.passwordHint}
        error={form.error('newPassword')}
        {...form.register('newPassword')}
      />
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {t.security.changePassword}
        </Button>
      </div>
    </form>
  )
}

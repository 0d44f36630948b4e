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
import { disable, renewRecoveryCodes } from './api'
import { RecoveryCodes } from './RecoveryCodes'

type Props = { open: boolean; onClose: () => void }

export function DisableDialog({ open, onClose }: Props) {
  const t = useWords()
  const client = useQueryClient()
  return (
    <Dialog open={open} onOpenChange={onClose} title={t.security.disable} text={t.security.disableText}>
      <PasswordForm
        label={t.security.disable}
        danger
        onCancel={onClose}
        work={async (password) => {
          await disable(password)
          await client.invalidateQueries({ queryKey: keys.secondFactor })
          toast.success(t.security.disabled)
          onClose()
        }}
      />
    </Dialog>
  )
}

export function RenewDialog({ open, onClose }: Props) {
  const t = useWords()
  const client = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const close = () => {
    setCodes(null)
    onClose()
  }
  return (
    // With codes on it, it is left by its own button alone: they are not shown again.
    <Dialog
      open={open}
      onOpenChange={() => !codes && close()}
      title={t.security.renew}
      text={codes ? t.security.codesText : t.security.renewText}
    >
      {codes ? (
        <RecoveryCodes codes={codes} onContinue={close} />
      ) : (
        <PasswordForm
          label={t.security.renew}
          onCancel={close}
          work={async (password) => {
            setCodes(await renewRecoveryCodes(password))
            await client.invalidateQueries({ queryKey: keys.secondFactor })
          }}
        />
      )}
    </Dialog>
  )
}

type FormProps = { label: string; danger?: boolean; onCancel: () => void; work: (password: string) => Promise<void> }

function PasswordForm({ label, danger = false, onCancel, work }: FormProps) {
  const t = useWords()
  const form = useFormOf(z.object({ password: z.string().check(z.minLength(1, t.auth.required)) }), { password: '' })
  return (
    <form noValidate className="grid gap-4" onSubmit={form.submit(({ password }) => work(password))}>
      <Field
        label={t.auth.password}
        type="password"
        autoComplete="current-password"
        error={form.error('password')}
        {...form.register('password')}
      />
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>{t.common.cancel}</Button>
        <Button type="submit" look={danger ? 'danger' : 'primary'} busy={form.busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}

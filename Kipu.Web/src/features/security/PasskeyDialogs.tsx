import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { Passkey } from '@/api/types'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { Dialog } from '@/ui/Dialog'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { useFormOf } from '@/ui/useFormOf'
import { addPasskey, removePasskey, renamePasskey } from './api'
import { deviceOf } from './device'

type Props = { passkey: Passkey; onClose: () => void }

export function AddPasskeyDialog({ onClose }: { onClose: () => void }) {
  const t = useWords()
  return (
    <Dialog open onOpenChange={onClose} title={t.security.addPasskey} text={t.security.addPasskeyText}>
      <NameForm
        name={deviceOf(navigator.userAgent) ?? ''}
        label={t.security.addPasskey}
        done={t.security.passkeyAdded}
        work={addPasskey}
        onClose={onClose}
      />
    </Dialog>
  )
}

export function RenamePasskeyDialog({ passkey, onClose }: Props) {
  const t = useWords()
  return (
    <Dialog open onOpenChange={onClose} title={t.security.renameWhich(passkey.name)}>
      <NameForm
        name={passkey.name}
        label={t.security.rename}
        done={t.security.renamed}
        work={(name) => renamePasskey(passkey.id, name)}
        onClose={onClose}
      />
    </Dialog>
  )
}

export function RemovePasskeyDialog({ passkey, onClose }: Props) {
  const t = useWords()
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: () => removePasskey(passkey.id),
    onSuccess: async () => {
      toast.success(t.security.passkeyRemoved)
      onClose()
      await client.invalidateQueries({ queryKey: keys.passkeys })
    },
  })
  return (
    <ConfirmDialog
      open
      title={t.security.removeWhich(passkey.name)}
      text={t.security.removePasskeyText}
      label={t.people.remove}
      work={remove}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    />
  )
}

type FormProps = { name: string; label: string; done: string; work: (name: string) => Promise<unknown>; onClose: () => void }

function NameForm({ name, label, done, work, onClose }: FormProps) {
  const t = useWords()
  const client = useQueryClient()
  const schema = z.object({ name: z.string().check(z.trim(), z.minLength(1, t.auth.required), z.maxLength(100, t.auth.tooLong)) })
  const form = useFormOf(schema, { name })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async (values) => {
        await work(values.name)
        toast.success(done)
        onClose()
        await client.invalidateQueries({ queryKey: keys.passkeys })
      })}
    >
      <Field
        label={t.security.passkeyName}
        hint={t.security.passkeyNameHint}
        autoComplete="off"
        error={form.error('name')}
        {...form.register('name')}
      />
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t.common.cancel}</Button>
        <Button type="submit" look="primary" busy={form.busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}

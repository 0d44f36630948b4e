import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { Share } from '@/api/types'
import { useErrorText } from '@/i18n/errorText'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { CopyLine } from '@/ui/CopyLine'
import { Dialog } from '@/ui/Dialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { Segmented } from '@/ui/Segmented'
import { Skeleton } from '@/ui/Skeleton'
import { useFormOf } from '@/ui/useFormOf'
import { revokeShare, share, sharesQuery } from './api'

const DAYS = ['7', '30', '365'] as const

/** Links by which people without an account read this recording: a new one, and those that are out. */
export function ShareDialog({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) {
  const t = useWords()
  const [address, setAddress] = useState<string | null>(null)
  const close = () => {
    setAddress(null)
    onClose()
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t.recording.share} text={t.recording.shareText}>
      {address ? (
        <CopyLine label={t.recording.shareNew} hint={t.recording.shareOnce} value={address} />
      ) : (
        <NewShare id={id} onMade={setAddress} />
      )}
      <Shares id={id} />
      <div className="flex justify-end">
        <Button onClick={close}>{t.common.close}</Button>
      </div>
    </Dialog>
  )
}

function NewShare({ id, onMade }: { id: string; onMade: (address: string) => void }) {
  const t = useWords()
  const client = useQueryClient()
  const [days, setDays] = useState<(typeof DAYS)[number]>('30')
  const form = useFormOf(z.object({ label: z.string(), includesAudio: z.boolean() }), { label: '', includesAudio: false })
  const make = form.submit(async ({ label, includesAudio }) => {
    onMade(await share(id, { label: label || null, includesAudio, days: Number(days) }))
    await client.invalidateQueries({ queryKey: keys.shares(id) })
  })
  return (
    <form className="grid gap-4" onSubmit={make}>
      <Field label={t.recording.shareLabel} optional maxLength={100} {...form.register('label')} />
      <div className="grid justify-items-start gap-1">
        <span className="text-[14px] font-semibold">{t.recording.shareLife}</span>
        <Segmented
          label={t.recording.shareLife}
          value={days}
          options={DAYS.map((value) => ({ value, label: t.recording.shareDays[value] }))}
          onChange={setDays}
        />
      </div>
      <label className="flex items-center gap-2">
        <input type="checkbox" className="check" {...form.register('includesAudio')} />
        {t.recording.shareAudio}
      </label>
      <Refusal text={form.refusal} />
      <Button type="submit" look="primary" className="justify-self-start" busy={form.busy}>
        {t.recording.shareMake}
      </Button>
    </form>
  )
}

function Shares({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery(sharesQuery(id))
  if (isPending) return <Skeleton rows={1} height={44} />
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  return (
    <ul className="grid gap-2">
      {data.map((one) => (
        <ShareLine key={one.id} id={id} share={one} />
      ))}
    </ul>
  )
}

function ShareLine({ id, share }: { id: string; share: Share }) {
  const t = useWords()
  const language = useLanguage()
  const text = useErrorText()
  const client = useQueryClient()
  const end = useMutation({
    mutationFn: () => revokeShare(id, share.id),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.shares(id) }),
    onError: (error) => toast.error(text(error)),
  })
  const name = share.label ?? t.recording.shareUnnamed
  const until = date(language, new Date(share.expiresAt))
  return (
    <li className="flex items-center gap-3" data-share={share.id}>
      <span className="min-w-0 flex-1">
        {name}{' '}
        <span className="text-[13.5px] text-ink-3">
          {new Date(share.expiresAt) > new Date() ? t.recording.shareUntil(until) : t.recording.shareOver(until)}
        </span>
      </span>
      <Button look="quiet" aria-label={t.recording.shareRevokeWhat(name)} busy={end.isPending} onClick={() => end.mutate()}>
        {t.recording.shareRevoke}
      </Button>
    </li>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from 'sonner'
import * as z from 'zod/mini'
import { keys } from '@/api/keys'
import type { RetentionInfo } from '@/api/types'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { colleaguesQuery } from '@/session/colleagues'
import { Button } from '@/ui/Button'
import { ConfirmDialog } from '@/ui/ConfirmDialog'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Field } from '@/ui/Field'
import { Refusal } from '@/ui/Refusal'
import { Segmented } from '@/ui/Segmented'
import { Skeleton } from '@/ui/Skeleton'
import { useFormOf } from '@/ui/useFormOf'
import { expiringQuery, keepFor, retentionQuery } from './api'
import { daysIn, endsSooner } from './retention'

/** How long recordings are kept. A shorter term erases, so it says first what. */
export function Retention() {
  const t = useWords()
  const { data, error, refetch } = useQuery(retentionQuery)
  return (
    <section className="grid max-w-[520px] gap-4">
      <div className="grid gap-2">
        <h2 className="text-[17px] font-[660]">{t.retention.title}</h2>
        <p className="text-ink-2">{t.retention.text}</p>
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={140} />}
      {data && <Term key={data.days} policy={data} />}
    </section>
  )
}

function Term({ policy }: { policy: RetentionInfo }) {
  const t = useWords()
  const [ends, setEnds] = useState<'never' | 'after'>(policy.days === null ? 'never' : 'after')
  const [asked, setAsked] = useState<number | null>(null)
  const save = useSave()
  const schema = z.object({ days: z.string().check(z.refine((text) => ends === 'never' || daysIn(text) !== null, t.retention.wrong)) })
  const form = useFormOf(schema, { days: policy.days === null ? '365' : String(policy.days) })
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={form.submit(async (values) => {
        const days = ends === 'never' ? null : daysIn(values.days)
        if (endsSooner(policy.days, days)) setAsked(days)
        else await save.mutateAsync(days)
      })}
    >
      <Segmented
        label={t.retention.title}
        value={ends}
        options={[
          { value: 'never', label: t.retention.never },
          { value: 'after', label: t.retention.after },
        ]}
        onChange={setEnds}
      />
      {ends === 'after' && (
        <Field
          label={t.retention.days}
          hint={t.retention.daysHint}
          inputMode="numeric"
          autoComplete="off"
          error={form.error('days')}
          {...form.register('days')}
        />
      )}
      <Refusal text={form.refusal} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" busy={form.busy}>
          {t.retention.save}
        </Button>
        <ChangedBy policy={policy} />
      </div>
      {asked !== null && (
        <ConfirmDialog
          open
          title={t.retention.confirmTitle(asked)}
          text={<Preview days={asked} />}
          label={t.retention.save}
          work={save}
          onConfirm={() => save.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  )
}

function useSave() {
  const t = useWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: keepFor,
    onSuccess: (policy) => {
      client.setQueryData(retentionQuery.queryKey, policy)
      toast.success(t.retention.saved)
      return client.invalidateQueries({ queryKey: keys.recordings })
    },
  })
}

/** What a new term erases within the minute. */
function Preview({ days }: { days: number }) {
  const t = useWords()
  const language = useLanguage()
  const { data, error } = useQuery(expiringQuery(days))
  if (error) return t.retention.unknown
  if (!data) return t.retention.counting
  if (!data.oldest) return t.retention.none
  const oldest = date(language, new Date(data.oldest.createdAt))
  return t.retention.some(data.count, data.more, data.oldest.title, oldest)
}

function ChangedBy({ policy: { days, updatedBy, updatedAt } }: { policy: RetentionInfo }) {
  const t = useWords()
  const language = useLanguage()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const name = colleagues?.find(({ id }) => id === updatedBy)?.name
  if (days === null || !name || !updatedAt) return null
  return <p className="text-[13.5px] text-ink-3">{t.retention.changedBy(name, date(language, new Date(updatedAt)))}</p>
}

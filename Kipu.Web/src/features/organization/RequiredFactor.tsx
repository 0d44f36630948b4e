import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { toast } from 'sonner'
import { keys } from '@/api/keys'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { requireSecondFactor, securityQuery } from './api'

/** Whether everybody needs a second factor. Everybody may know; an owner decides. */
export function RequiredFactor({ mayChange }: { mayChange: boolean }) {
  const t = useWords()
  const id = useId()
  const text = useErrorText()
  const client = useQueryClient()
  const { data: required, error, refetch } = useQuery(securityQuery)
  const change = useMutation({
    mutationFn: requireSecondFactor,
    onSuccess: (now) => {
      client.setQueryData(securityQuery.queryKey, now)
      toast.success(now ? t.organization.factorRequired : t.organization.factorOptional)
      return client.invalidateQueries({ queryKey: keys.secondFactor })
    },
    onError: (failure) => toast.error(text(failure)),
  })
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.security.title}</h2>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {required === undefined && !error && <Skeleton rows={1} height={72} />}
      {required !== undefined && (
        <div className="grid gap-1">
          <label className="flex cursor-pointer items-center gap-3 font-semibold">
            <input
              type="checkbox"
              className="switch"
              aria-describedby={id}
              checked={change.isPending ? change.variables : required}
              disabled={!mayChange || change.isPending}
              onChange={(event) => change.mutate(event.target.checked)}
            />
            {t.organization.requireFactor}
          </label>
          <p id={id} className="text-ink-2">
            {mayChange ? t.organization.requireFactorText : t.organization.ownerOnly}
          </p>
        </div>
      )}
    </section>
  )
}

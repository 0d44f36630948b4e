import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { providerQuery } from './api'
import { Domains } from './Domains'
import { ProviderForm } from './ProviderForm'
import { RemoveProviderDialog } from './RemoveProviderDialog'

/** Sign-in at the organization's own OpenID Connect provider. */
export function SingleSignOn() {
  const t = useWords()
  const { data: me } = useQuery(meQuery)
  const { data: provider, error, isPending, refetch } = useQuery(providerQuery)
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null)
  const close = () => setOpen(null)
  const included = me?.organization.plan === 'ENTERPRISE'
  return (
    <section className="grid gap-4">
      <div className="grid gap-2">
        <h2 className="text-[17px] font-[660]">{t.organization.provider}</h2>
        <p className="text-ink-2">{t.organization.providerText}</p>
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {isPending && <Skeleton rows={1} height={120} />}
      {me && !included && (
        <p className="band">
          {t.errors.plan_required}{' '}
          <Link to="/plan" className="link">
            {t.plan.change}
          </Link>
        </p>
      )}
      {provider && open !== 'edit' && (
        <>
          <dl className="card grid gap-3 p-5">
            <Fact label={t.organization.issuer} value={provider.issuer} />
            <Fact label={t.organization.clientId} value={provider.clientId} />
          </dl>
          <Domains domains={provider.domains} />
          <div className="flex flex-wrap gap-2">
            {included && <Button onClick={() => setOpen('edit')}>{t.organization.edit}</Button>}
            <Button look="quiet" onClick={() => setOpen('remove')}>
              {t.organization.removeProvider}
            </Button>
          </div>
        </>
      )}
      {included && (provider === null || open === 'edit') && <ProviderForm provider={provider ?? null} onClose={close} />}
      <RemoveProviderDialog open={open === 'remove'} onClose={close} />
    </section>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-[13.5px] text-ink-3">{label}</dt>
      <dd className="font-semibold break-all">{value}</dd>
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { bytes, number } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Meter } from '@/ui/Meter'
import { PlanCards } from './PlanCards'

export function PlanPage() {
  const t = useWords()
  const language = useLanguage()
  const { data: me, error, refetch } = useQuery(meQuery)
  return (
    <div className="page grid gap-8">
      <Heading title={t.plan.title}>{t.plan.title}</Heading>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {me && (
        <>
          <section className="grid max-w-[520px] gap-4">
            <h2 className="text-[17px] font-[660]">{t.plan.use}</h2>
            <Usage label={t.plan.people} used={me.usage.users} limit={me.limits.maxUsers} show={(value) => number(language, value)} />
            <Usage
              label={t.nav.storage}
              used={me.usage.storageBytes}
              limit={me.limits.maxStorageBytes}
              show={(value) => bytes(language, value)}
            />
          </section>
          <section className="grid gap-4">
            <h2 className="text-[17px] font-[660]">{t.plan.change}</h2>
            {me.user.role === 'USER' && <p className="band">{t.plan.askOwner}</p>}
            <PlanCards organizationId={me.organization.id} current={me.organization.plan} mayPay={me.user.role !== 'USER'} />
            <p className="text-ink-3">{t.plan.pay}</p>
          </section>
        </>
      )}
    </div>
  )
}

function Usage({ label, used, limit, show }: { label: string; used: number; limit: number; show: (value: number) => string }) {
  const t = useWords()
  const text = t.common.of(show(used), show(limit))
  return (
    <div>
      <div className="mb-1 flex justify-between">
        <span>{label}</span>
        <span className="num">{text}</span>
      </div>
      <Meter label={label} used={used} limit={limit} text={text} />
    </div>
  )
}

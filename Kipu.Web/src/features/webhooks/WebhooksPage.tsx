import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Webhook } from '@/api/types'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { AddWebhook } from './AddWebhook'
import { webhooksQuery } from './api'
import { RemoveWebhookDialog } from './RemoveWebhookDialog'
import { WebhookCard } from './WebhookCard'

export function WebhooksPage() {
  const t = useWords()
  const session = useSession()
  return (
    <div className="page page-narrow grid gap-8">
      <div className="grid gap-2">
        <Heading title={t.webhooks.title}>{t.webhooks.title}</Heading>
        <p className="text-ink-2">{t.webhooks.text}</p>
      </div>
      {session?.user.role === 'USER' ? (
        <p className="band">{t.errors.forbidden}</p>
      ) : (
        <>
          <AddWebhook />
          <Webhooks />
        </>
      )}
    </div>
  )
}

function Webhooks() {
  const t = useWords()
  const { data, error, refetch } = useQuery(webhooksQuery)
  const [ending, setEnding] = useState<Webhook | null>(null)
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.webhooks.all}</h2>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={64} />}
      {data?.length === 0 && <p className="text-ink-3">{t.developers.none}</p>}
      {data && data.length > 0 && (
        <ul className="grid gap-3">
          {data.map((webhook) => (
            <WebhookCard key={webhook.id} webhook={webhook} onRemove={() => setEnding(webhook)} />
          ))}
        </ul>
      )}
      <RemoveWebhookDialog webhook={ending} onClose={() => setEnding(null)} />
    </section>
  )
}

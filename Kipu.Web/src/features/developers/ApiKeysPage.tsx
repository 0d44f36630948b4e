import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiKey } from '@/api/types'
import { dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { apiKeysQuery } from './api'
import { CreateKey } from './CreateKey'
import { OrganizationCode } from './OrganizationCode'
import { RevokeDialog } from './RevokeDialog'

export function ApiKeysPage() {
  const t = useWords()
  const session = useSession()
  return (
    <div className="page page-narrow grid gap-8">
      <div className="grid gap-2">
        <Heading title={t.developers.title}>{t.developers.title}</Heading>
        <p className="text-ink-2">{t.developers.text}</p>
      </div>
      {session?.user.role === 'USER' ? (
        <p className="band">{t.errors.forbidden}</p>
      ) : (
        <>
          <CreateKey />
          <Keys />
          <OrganizationCode />
        </>
      )}
    </div>
  )
}

function Keys() {
  const t = useWords()
  const { data, error, refetch } = useQuery(apiKeysQuery)
  const [ending, setEnding] = useState<ApiKey | null>(null)
  return (
    <section className="grid gap-3">
      <h2 className="text-[17px] font-[660]">{t.developers.keys}</h2>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={64} />}
      {data?.length === 0 && <p className="text-ink-3">{t.developers.none}</p>}
      {data && data.length > 0 && (
        <ul className="grid gap-2">
          {data.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoke={() => setEnding(key)} />
          ))}
        </ul>
      )}
      <RevokeDialog apiKey={ending} onClose={() => setEnding(null)} />
    </section>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useWords()
  const language = useLanguage()
  const used = apiKey.lastUsedAt ? t.developers.lastUsed(dateAndTime(language, new Date(apiKey.lastUsedAt))) : t.developers.neverUsed
  return (
    <li className="card flex flex-wrap items-center gap-3 px-4 py-3" data-api-key={apiKey.name}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">{apiKey.name}</p>
        <p className="text-[13.5px] break-words text-ink-3">
          <code>{apiKey.prefix}…</code> · {apiKey.scopes.map((scope) => t.scopes[scope]).join(', ')} · {used}
        </p>
      </div>
      <Button aria-label={t.developers.revokeWhich(apiKey.name)} onClick={onRevoke}>
        {t.people.revoke}
      </Button>
    </li>
  )
}

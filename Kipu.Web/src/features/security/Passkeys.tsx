import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Passkey } from '@/api/types'
import { date, dateAndTime } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { hasPasskeys } from '@/session/passkeys'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Skeleton } from '@/ui/Skeleton'
import { passkeysQuery } from './api'
import { AddPasskeyDialog, RemovePasskeyDialog, RenamePasskeyDialog } from './PasskeyDialogs'

type Doing = { what: 'add' } | { what: 'rename' | 'remove'; passkey: Passkey } | null

/** The own account's passkeys. */
export function Passkeys() {
  const t = useWords()
  const { data, error, refetch } = useQuery(passkeysQuery)
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  return (
    <section className="grid justify-items-start gap-3">
      <h2 className="text-[17px] font-[660]">{t.security.passkeys}</h2>
      <p className="text-ink-2">{t.security.passkeysText}</p>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && (
        <div className="w-full">
          <Skeleton rows={1} height={64} />
        </div>
      )}
      {data && data.length > 0 && (
        <ul className="card rows">
          {data.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRename={() => setDoing({ what: 'rename', passkey })}
              onRemove={() => setDoing({ what: 'remove', passkey })}
            />
          ))}
        </ul>
      )}
      {hasPasskeys() ? (
        <Button onClick={() => setDoing({ what: 'add' })}>{t.security.addPasskey}</Button>
      ) : (
        <p className="text-ink-3">{t.security.passkeysNone}</p>
      )}
      {doing?.what === 'add' && <AddPasskeyDialog onClose={close} />}
      {doing?.what === 'rename' && <RenamePasskeyDialog passkey={doing.passkey} onClose={close} />}
      {doing?.what === 'remove' && <RemovePasskeyDialog passkey={doing.passkey} onClose={close} />}
    </section>
  )
}

type RowProps = { passkey: Passkey; onRename: () => void; onRemove: () => void }

function PasskeyRow({ passkey, onRename, onRemove }: RowProps) {
  const t = useWords()
  const language = useLanguage()
  const used = passkey.lastUsedAt ? t.security.lastUsed(dateAndTime(language, new Date(passkey.lastUsedAt))) : t.security.passkeyUnused
  const facts = [t.security.passkeySince(date(language, new Date(passkey.createdAt))), used, passkey.isBackedUp && t.security.passkeySynced]
  return (
    <li data-passkey={passkey.name}>
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">{passkey.name}</p>
        <p className="text-[13.5px] break-words text-ink-3">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="flex gap-2">
        <Button aria-label={t.security.renameWhich(passkey.name)} onClick={onRename}>
          {t.security.rename}
        </Button>
        <Button aria-label={t.security.removeWhich(passkey.name)} onClick={onRemove}>
          {t.people.remove}
        </Button>
      </div>
    </li>
  )
}

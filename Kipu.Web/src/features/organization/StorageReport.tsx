import { useQuery } from '@tanstack/react-query'
import type { StorageUsage } from '@/api/types'
import { bytes } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Meter } from '@/ui/Meter'
import { Skeleton } from '@/ui/Skeleton'
import { storageQuery } from './api'
import { partsOf } from './storage'

/** How much room is used, and by what. */
export function StorageReport() {
  const t = useWords()
  const { data, error, refetch } = useQuery(storageQuery)
  return (
    <section className="grid max-w-[520px] gap-4">
      <h2 className="text-[17px] font-[660]">{t.nav.storage}</h2>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton rows={1} height={120} />}
      {data && <Report usage={data} />}
    </section>
  )
}

function Report({ usage }: { usage: StorageUsage }) {
  const t = useWords()
  const language = useLanguage()
  const parts = partsOf(usage.byKind)
  const text = t.common.of(bytes(language, usage.usedBytes), bytes(language, usage.limitBytes))
  return (
    <>
      <div className="grid gap-2">
        <p className="num">{text}</p>
        <Meter label={t.nav.storageMeter} used={usage.usedBytes} limit={usage.limitBytes} text={text} />
      </div>
      {parts.length === 0 ? (
        <p className="text-ink-3">{t.storage.empty}</p>
      ) : (
        <table className="parts">
          <caption className="sr-only">{t.storage.byKind}</caption>
          <tbody>
            {parts.map(({ kind, size, share }) => (
              <tr key={kind}>
                <th scope="row">{t.storage.kindOf[kind]}</th>
                <td aria-hidden="true">
                  <span className="bar">
                    <i style={{ '--share': `${share * 100}%` }} />
                  </span>
                </td>
                <td className="num">{bytes(language, size)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Heading } from '@/ui/Heading'
import { AuditFilters } from './AuditFilters'
import { AuditLines } from './AuditLines'
import type { AuditFilter } from './filter'

/** Who did what, when and from where. */
export function AuditPage({ filter }: { filter: AuditFilter }) {
  const t = useWords()
  const session = useSession()
  return (
    <div className="page grid gap-6">
      <div className="grid gap-2">
        <Heading title={t.audit.title}>{t.audit.title}</Heading>
        <p className="text-ink-2">{t.audit.text}</p>
      </div>
      {session?.user.role === 'USER' ? (
        <p className="band">{t.errors.forbidden}</p>
      ) : (
        <>
          <AuditFilters filter={filter} />
          <AuditLines filter={filter} />
        </>
      )}
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Heading } from '@/ui/Heading'

/** The own settings, the organization's for those who may change them, and how its meetings are read, for everybody. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useWords()
  const session = useSession()
  return (
    <div className="page page-narrow grid gap-8">
      <div className="grid gap-3">
        <Heading title={t.settings.title}>{t.settings.title}</Heading>
        <nav className="subnav" aria-label={t.settings.title}>
          <Link to="/settings" activeOptions={{ exact: true }}>
            {t.settings.own}
          </Link>
          {session?.user.role !== 'USER' && <Link to="/settings/organization">{t.settings.organization}</Link>}
          <Link to="/settings/analysis">{t.settings.analysis}</Link>
        </nav>
      </div>
      {children}
    </div>
  )
}

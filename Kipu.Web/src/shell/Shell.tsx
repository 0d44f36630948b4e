import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { CreditCard, KeyRound, MessageCircleQuestionMark, ScrollText, Search, Settings, Users, Webhook } from 'lucide-react'
import { useEffect } from 'react'
import type { Session } from '@/api/types'
import { OverdueBand } from '@/features/plan/OverdueBand'
import { RecorderPill } from '@/features/recorder/RecorderPill'
import { UploadPill } from '@/features/upload/UploadPill'
import { bytes } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { meQuery } from '@/session/me'
import { useSession } from '@/session/useSession'
import { buttonClass } from '@/ui/Button'
import { CordIcon, Logo } from '@/ui/icons'
import { Meter } from '@/ui/Meter'
import { useKeys } from '@/ui/useKeys'
import { useOnline } from '@/ui/useOnline'
import { AccountMenu } from './AccountMenu'
import { useLiveStatus } from './live'

/** The frame of everything inside: the rail, on a phone the bar at the foot, and the page. */
export function Shell() {
  const t = useWords()
  const navigate = useNavigate()
  const session = useSession()
  useLiveStatus()
  useKeys({ g: () => navigate({ to: '/record' }), '/': () => navigate({ to: '/recordings', search: { find: true } }) })
  useEffect(() => {
    // Signed out here or in another tab: nothing of the organization stays in sight.
    if (!session) navigate({ to: '/entrar' })
  }, [session, navigate])
  if (!session) return null
  return (
    <div className="app">
      <Rail />
      <main id="main" tabIndex={-1}>
        <Bands organization={session.organization} mayPay={session.user.role !== 'USER'} />
        <Outlet />
      </main>
      <div className="foot-pills">
        <RecorderPill />
        <UploadPill />
      </div>
      <nav className="tabbar" aria-label={t.nav.main}>
        <Link to="/recordings" activeOptions={{ includeSearch: false }}>
          <CordIcon />
          {t.nav.recordings}
        </Link>
        <Link to="/recordings" search={{ find: true }} activeOptions={{ exact: true, includeSearch: true }}>
          <Search className="icon" strokeWidth={1.5} aria-hidden />
          {t.nav.search}
        </Link>
        <Link to="/record" className="record-fab" aria-label={t.nav.record}>
          <span className="dot" />
        </Link>
        <Link to="/ask">
          <MessageCircleQuestionMark className="icon" strokeWidth={1.5} aria-hidden />
          {t.archive.title}
        </Link>
        <AccountMenu compact />
      </nav>
    </div>
  )
}

function Bands({ organization, mayPay }: { organization: Session['organization']; mayPay: boolean }) {
  const t = useWords()
  const online = useOnline()
  const suspended = organization.status === 'SUSPENDED' || organization.status === 'CANCELLED'
  return (
    <div aria-live="polite">
      {!online && <p className="band rounded-none">{t.nav.offline}</p>}
      {suspended && (
        <p className="band rounded-none" data-tone="warn">
          {t.nav.suspended}
        </p>
      )}
      {mayPay && <OverdueBand organizationId={organization.id} />}
    </div>
  )
}

function Rail() {
  const t = useWords()
  const session = useSession()
  const { data: me } = useQuery(meQuery)
  if (!session) return null
  // What the session knows is from the sign-in; the plan may have changed since.
  const organization = me?.organization ?? session.organization
  return (
    <header className="side">
      <div className="org">
        <Logo />
        <div className="org-name wide">
          <span>{organization.name}</span>
          <small>{t.planOf(t.plans[organization.plan])}</small>
        </div>
      </div>
      <Link to="/record" className={`${buttonClass('primary')} side-record`}>
        <span className="dot" aria-hidden="true" />
        <span className="wide">{t.nav.record}</span>
        <kbd className="key" aria-hidden="true">
          G
        </kbd>
      </Link>
      <nav aria-label={t.nav.main}>
        <Link to="/recordings" activeOptions={{ includeSearch: false }} title={t.nav.recordings}>
          <CordIcon />
          <span className="wide">{t.nav.recordings}</span>
        </Link>
        <Link to="/recordings" search={{ find: true }} activeOptions={{ exact: true, includeSearch: true }} title={t.nav.search}>
          <Search className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.nav.search}</span>
          <kbd className="key" aria-hidden="true">
            /
          </kbd>
        </Link>
        <Link to="/ask" title={t.archive.title}>
          <MessageCircleQuestionMark className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.archive.title}</span>
        </Link>
      </nav>
      <nav aria-label={t.nav.organization}>
        <h2>{t.nav.organization}</h2>
        <Link to="/plan" title={t.nav.plan}>
          <CreditCard className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.nav.plan}</span>
        </Link>
        <Link to="/people" title={t.nav.people}>
          <Users className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.nav.people}</span>
        </Link>
        <Link to="/api-keys" title={t.developers.title}>
          <KeyRound className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.developers.title}</span>
        </Link>
        <Link to="/webhooks" title={t.webhooks.title}>
          <Webhook className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.webhooks.title}</span>
        </Link>
        {session.user.role !== 'USER' && (
          <Link to="/audit" title={t.audit.title}>
            <ScrollText className="icon" strokeWidth={1.5} aria-hidden />
            <span className="wide">{t.audit.title}</span>
          </Link>
        )}
        <Link to="/settings" title={t.nav.settings}>
          <Settings className="icon" strokeWidth={1.5} aria-hidden />
          <span className="wide">{t.nav.settings}</span>
        </Link>
      </nav>
      <div className="mt-auto">
        <RecorderPill />
        <UploadPill />
        <StorageMeter />
        <AccountMenu />
      </div>
    </header>
  )
}

function StorageMeter() {
  const t = useWords()
  const language = useLanguage()
  const { data: me } = useQuery(meQuery)
  if (!me) return null
  const text = t.common.of(bytes(language, me.usage.storageBytes), bytes(language, me.limits.maxStorageBytes))
  return (
    <div className="usage">
      <div className="usage-row">
        <span>{t.nav.storage}</span>
        <span className="num">{text}</span>
      </div>
      <Meter label={t.nav.storageMeter} used={me.usage.storageBytes} limit={me.limits.maxStorageBytes} text={text} />
    </div>
  )
}

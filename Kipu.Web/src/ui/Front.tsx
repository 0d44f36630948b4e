import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { buttonClass } from './Button'
import { Logo } from './icons'
import { LanguageSwitch } from './LanguageSwitch'

/** The frame of the pages before the door. */
export function Front({ children }: { children: ReactNode }) {
  const t = useWords()
  const session = useSession()
  return (
    <div className="front">
      <header className="front-head">
        <Link to="/" className="brand">
          <Logo />
          Kipu
        </Link>
        <Link to="/precios" className={buttonClass('quiet')}>
          {t.plan.prices}
        </Link>
        {session ? (
          <Link to="/recordings" className={buttonClass('quiet')}>
            {t.nav.recordings}
          </Link>
        ) : (
          <Link to="/entrar" className={buttonClass('quiet')}>
            {t.auth.signIn}
          </Link>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="front-foot flex flex-wrap items-center justify-between gap-4">
        <p>{t.landing.footer}</p>
        <LanguageSwitch />
      </footer>
    </div>
  )
}

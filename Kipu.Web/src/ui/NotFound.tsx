import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { buttonClass } from './Button'
import { Empty } from './Empty'

export function NotFound() {
  const t = useWords()
  return (
    <main id="main" tabIndex={-1} className="page page-narrow">
      <Empty heading={1} title={t.page.notFound} text={t.page.notFoundText}>
        <Link to="/" className={buttonClass('primary')}>
          {t.page.home}
        </Link>
      </Empty>
    </main>
  )
}

import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { buttonClass } from './Button'
import { Empty } from './Empty'

export function NotFound() {
  const t = useWords()
  return (
    <main className="page page-narrow">
      <Empty title={t.page.notFound} text={t.page.notFoundText}>
        <Link to="/" className={buttonClass('primary')}>
          {t.page.home}
        </Link>
      </Empty>
    </main>
  )
}

import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { ErrorPanel } from './ErrorPanel'

export function PageError({ error }: ErrorComponentProps) {
  const t = useWords()
  const router = useRouter()
  return (
    <div className="page page-narrow grid gap-4">
      <h1>{t.page.broken}</h1>
      <ErrorPanel error={error} onRetry={() => router.invalidate()} />
    </div>
  )
}

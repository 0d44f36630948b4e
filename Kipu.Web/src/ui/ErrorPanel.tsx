import { ApiError } from '@/api/problem'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'
import { Button } from './Button'

/** What happened, what is safe, what to do; the reference for support stays behind a fold. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useWords()
  const text = useErrorText()(error)
  const traceId = error instanceof ApiError ? error.traceId : null
  return (
    <div className="band" data-tone="rec" role="alert">
      <p className="flex-1 basis-60">{text}</p>
      {onRetry && <Button onClick={onRetry}>{t.common.retry}</Button>}
      {traceId && (
        <details className="basis-full text-[13.5px] text-ink-2">
          <summary className="cursor-pointer">{t.common.details}</summary>
          {t.common.traceId}: <code className="select-all">{traceId}</code>{' '}
          <button type="button" className="link" onClick={() => navigator.clipboard.writeText(traceId)}>
            {t.common.copy}
          </button>
        </details>
      )}
    </div>
  )
}

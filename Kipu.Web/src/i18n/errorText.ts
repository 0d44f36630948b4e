import { ApiError } from '@/api/problem'
import { bytes } from './format'
import { useLanguage, useWords } from './language'

/** The person's words for a failed call. A code that this console doesn't know gets the general sentence. */
export function useErrorText() {
  const t = useWords()
  const language = useLanguage()
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t.errors.other
    const text = error.code in t.errors ? t.errors[error.code as keyof typeof t.errors] : t.errors.other
    if (error.code !== 'limit_exceeded') return text
    const { limit, used, plan } = error.facts
    const figure = (value: number) => (value > 1_000_000 ? bytes(language, value) : String(value))
    const share = typeof used === 'number' && typeof limit === 'number' ? ` ${t.common.of(figure(used), figure(limit))}.` : ''
    const named = typeof plan === 'string' && plan in t.plans ? ` ${t.planOf(t.plans[plan as keyof typeof t.plans])}.` : ''
    return text + share + named
  }
}

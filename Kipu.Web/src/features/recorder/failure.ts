import { ApiError } from '@/api/problem'
import { useErrorText } from '@/i18n/errorText'
import { useWords } from '@/i18n/language'

export type Failure = ApiError | 'denied' | 'no_microphone' | 'busy' | 'unsupported' | 'elsewhere' | 'other'

/** What browsers call it when a microphone can't be had. */
const BY_NAME: Record<string, Failure> = {
  NotAllowedError: 'denied',
  NotFoundError: 'no_microphone',
  OverconstrainedError: 'no_microphone',
  NotReadableError: 'busy',
  AbortError: 'busy',
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return error
  const failure = (error instanceof DOMException && BY_NAME[error.name]) || 'other'
  if (failure === 'other') console.error(error)
  return failure
}

export function useFailureText() {
  const t = useWords()
  const text = useErrorText()
  const words = {
    denied: t.record.denied,
    no_microphone: t.record.noMicrophone,
    busy: t.record.busy,
    unsupported: t.record.unsupported,
    elsewhere: t.record.elsewhere,
    other: t.record.otherFailure,
  }
  return (failure: Failure) => {
    if (!(failure instanceof ApiError)) return words[failure]
    return failure.status === 401 ? t.record.signedOut : text(failure)
  }
}

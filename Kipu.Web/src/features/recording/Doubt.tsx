import type { EvidenceState } from '@/api/types'
import { useWords } from '@/i18n/language'

/** How far a statement can be heard, in words; nothing when it can. */
export function Doubt({ state }: { state: EvidenceState }) {
  const t = useWords()
  if (state === 'verified') return null
  return (
    <span className="note" lang={document.documentElement.lang}>
      {state === 'tentative' ? t.recording.tentative : t.recording.unverified}
    </span>
  )
}

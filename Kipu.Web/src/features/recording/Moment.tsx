import { clock } from '@/i18n/format'
import { useWords } from '@/i18n/language'

/** A time that plays from there. */
export function Moment({ at, onPlay }: { at: number | null; onPlay: (seconds: number) => void }) {
  const t = useWords()
  if (at === null) return <span />
  return (
    <button type="button" className="at" aria-label={t.recording.goTo(clock(at))} onClick={() => onPlay(at)}>
      {clock(at)}
    </button>
  )
}

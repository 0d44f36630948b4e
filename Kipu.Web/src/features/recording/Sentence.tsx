import type { SummarySentence } from '@/api/types'

/**
 * A sentence of the summary, which plays where it can be heard. A span with a button's role: a real button can't be
 * broken over lines like the text that it is.
 */
export function Sentence({ sentence, at, onPlay }: { sentence: SummarySentence; at: number | null; onPlay: (seconds: number) => void }) {
  const text = <span className={sentence.state === 'unverified' ? 'unverified' : undefined}>{sentence.text}</span>
  if (at === null) return text
  return (
    <span
      role="button"
      tabIndex={0}
      className="sentence"
      onClick={() => onPlay(at)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onPlay(at)
      }}
    >
      {text}
    </span>
  )
}

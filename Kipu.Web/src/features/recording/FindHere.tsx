import { Search } from 'lucide-react'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import { useWords } from '@/i18n/language'

type Props = {
  words: string
  /** The words that the hits are of: in a long transcript they follow those in the field. */
  sought: string
  onChange: (words: string) => void
  /** The hits of each turn. */
  found: [number, number][][]
  input: RefObject<HTMLInputElement | null>
  onShow: (turn: number) => void
}

/** Enter goes to the next hit, Shift Enter to the one before. */
export function FindHere({ words, sought, onChange, found, input, onShow }: Props) {
  const t = useWords()
  const [at, setAt] = useState(0)
  const turns = useMemo(() => found.flatMap((hits, index) => hits.map(() => index)), [found])
  const show = (next: number) => {
    const wrapped = (next + turns.length) % turns.length
    const turn = turns[wrapped]
    if (turn === undefined) return
    setAt(wrapped)
    onShow(turn)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other words begin at the first hit again.
  useEffect(() => show(0), [sought])
  return (
    <div className="find-small">
      <Search className="icon" strokeWidth={1.5} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={t.recording.findLabel}
        placeholder={t.recording.findHere}
        value={words}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') show(at + (event.shiftKey ? -1 : 1))
          if (event.key === 'Escape') onChange('')
        }}
      />
      <span className="num" role="status">
        {words.trim().length >= 2 && (turns.length > 0 ? t.recording.hits(at + 1, turns.length) : t.recording.noHits)}
      </span>
    </div>
  )
}

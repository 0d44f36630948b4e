import { useNavigate } from '@tanstack/react-router'
import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '@/i18n/language'
import type { Filter } from './filter'

const DEBOUNCE = 120

/** Searches while one types; the words are in the URL 120 ms after the last letter. */
export function SearchField({ filter }: { filter: Filter }) {
  const t = useWords()
  const navigate = useNavigate({ from: '/recordings/' })
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(filter.q ?? '')
  const [sent, setSent] = useState(filter.q ?? '')

  // The URL changed by other means (a step back, filters cleared): the field follows.
  if ((filter.q ?? '') !== sent) {
    setSent(filter.q ?? '')
    setText(filter.q ?? '')
  }

  useEffect(() => {
    if (filter.find) input.current?.focus()
  }, [filter.find])

  useEffect(() => {
    if (text === sent) return
    const timer = setTimeout(() => {
      setSent(text)
      navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true, resetScroll: false })
    }, DEBOUNCE)
    return () => clearTimeout(timer)
  }, [text, sent, navigate])

  return (
    <div className="find" role="search">
      <Search className="icon" strokeWidth={1.5} aria-hidden />
      <input
        ref={input}
        type="search"
        autoComplete="off"
        aria-label={t.recordings.searchLabel}
        placeholder={t.recordings.searchPlaceholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text ? (
        <button type="button" className="tool" aria-label={t.recordings.clear} onClick={() => setText('')}>
          <X className="icon" strokeWidth={1.5} aria-hidden />
        </button>
      ) : (
        <kbd className="key" aria-hidden="true">
          /
        </kbd>
      )}
    </div>
  )
}

import { ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { useKeys } from '@/ui/useKeys'

const LONGEST = 1000

export function QuestionBar({ busy, onAsk }: { busy: boolean; onAsk: (question: string) => void }) {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const question = text.trim()
  useKeys({ '/': () => input.current?.focus() })
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (!question || busy) return
        onAsk(question)
        setText('')
      }}
    >
      <input
        ref={input}
        aria-label={t.archive.question}
        placeholder={t.archive.question}
        autoComplete="off"
        enterKeyHint="send"
        maxLength={LONGEST}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" look="accent" busy={busy} aria-label={t.archive.ask}>
        <ArrowUp className="icon" strokeWidth={1.5} aria-hidden />
        <span className="only-wide">{t.archive.ask}</span>
      </Button>
    </form>
  )
}

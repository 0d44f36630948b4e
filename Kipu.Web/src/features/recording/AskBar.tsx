import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '@/i18n/language'
import { Button } from '@/ui/Button'
import { VoiceIcon } from '@/ui/icons'
import { useKeys } from '@/ui/useKeys'

/** A question in writing opens the conversation with it; without one, the conversation listens. */
export function AskBar({ id }: { id: string }) {
  const t = useWords()
  const navigate = useNavigate()
  const [question, setQuestion] = useState('')
  const talk = () => navigate({ to: '/recordings/$id/talk', params: { id }, search: question.trim() ? { q: question.trim() } : {} })
  useKeys({ c: talk })
  return (
    <div className="ask-wrap">
      <form
        className="ask"
        onSubmit={(event) => {
          event.preventDefault()
          talk()
        }}
      >
        <input
          aria-label={t.recording.ask}
          placeholder={t.recording.ask}
          autoComplete="off"
          maxLength={2000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <Button type="submit" look="accent" title={`${t.recording.talk} (C)`}>
          <VoiceIcon />
          {t.recording.talk}
        </Button>
      </form>
    </div>
  )
}

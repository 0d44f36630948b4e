import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { buttonClass } from '@/ui/Button'
import { Empty } from '@/ui/Empty'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Heading } from '@/ui/Heading'
import { Skeleton } from '@/ui/Skeleton'
import { AnswerCard } from './AnswerCard'
import { isOpen } from './answer'
import { answersQuery, anyReadyQuery, ask } from './api'
import { QuestionBar } from './QuestionBar'

/** A question over all recordings, and what they answer: each statement with its moment. */
export function ArchivePage() {
  const t = useWords()
  const client = useQueryClient()
  const { data: anyReady, error, refetch } = useQuery(anyReadyQuery)
  const { data: answers = [] } = useQuery(answersQuery)
  const [newest] = answers
  return (
    <div className="page archive">
      <div className="grid gap-1">
        <Heading title={t.archive.title}>{t.archive.title}</Heading>
        <p className="text-ink-2">{t.archive.text}</p>
      </div>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {anyReady === undefined && !error && <Skeleton rows={1} height={56} />}
      {anyReady === false && (
        <Empty title={t.archive.emptyTitle} text={t.archive.emptyText}>
          <Link to="/record" className={buttonClass('primary')}>
            <span className="dot" aria-hidden="true" />
            {t.record.now}
          </Link>
        </Empty>
      )}
      {anyReady && (
        <>
          <QuestionBar busy={answers.some(isOpen)} onAsk={(question) => ask(client, question)} />
          {!newest && <Examples onAsk={(question) => ask(client, question)} />}
        </>
      )}
      <p className="sr-only" role="status">
        {newest && (isOpen(newest) ? t.archive.searching : t.archive.done)}
      </p>
      {answers.map((answer) => (
        <AnswerCard key={answer.id} answer={answer} />
      ))}
    </div>
  )
}

function Examples({ onAsk }: { onAsk: (question: string) => void }) {
  const t = useWords()
  return (
    <section className="grid gap-3">
      <h2 className="text-[14px] font-[620] text-ink-2">{t.archive.forExample}</h2>
      <ul className="grid justify-items-start gap-2">
        {t.archive.examples.map((question) => (
          <li key={question}>
            <button type="button" className="chip example" onClick={() => onAsk(question)}>
              {question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isCode } from '@/api/problem'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { Button } from '@/ui/Button'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { type Answer, type AnswerEnd, doubtOf, isOpen, piecesOf } from './answer'
import { askAgain, stop } from './api'
import { MomentChip, Sources } from './Sources'

export function AnswerCard({ answer }: { answer: Answer }) {
  const t = useWords()
  const client = useQueryClient()
  const open = isOpen(answer)
  return (
    <article className="answer" aria-busy={open} data-answer={open ? 'open' : answer.end ? 'done' : 'broken'}>
      <h2>{answer.question}</h2>
      {open && !answer.words && <p className="pulse text-ink-3">{t.archive.searching}</p>}
      <Words answer={answer} />
      {answer.failure && <Failure answer={answer} failure={answer.failure} />}
      {answer.end && <End end={answer.end} />}
      {open && (
        <Button className="justify-self-start" onClick={() => stop(client, answer)}>
          {t.archive.stop}
        </Button>
      )}
      {answer.stopped && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-ink-3">{t.archive.stopped}</p>
          <Button onClick={() => askAgain(client, answer)}>{t.archive.again}</Button>
        </div>
      )}
    </article>
  )
}

function Words({ answer }: { answer: Answer }) {
  // Passages in the place of an answer are the sources themselves.
  if (!answer.words || answer.end?.engine === 'embedded') return null
  return (
    <p className="lead answer-words">
      {piecesOf(answer).map((piece) =>
        'citation' in piece ? <MomentChip key={piece.at} citation={piece.citation} /> : <span key={piece.at}>{piece.text}</span>,
      )}
    </p>
  )
}

function End({ end }: { end: AnswerEnd }) {
  const t = useWords()
  const doubt = doubtOf(end)
  return (
    <>
      {doubt && (
        <p className={doubt === 'nothing_found' ? 'text-ink-2' : 'band'} data-tone={doubt === 'nothing_found' ? undefined : 'warn'}>
          {t.archive.doubts[doubt]}
        </p>
      )}
      {end.citations.length > 0 && <Sources citations={end.citations} />}
    </>
  )
}

/** What the plan refuses is no better the second time: then it is the plan that one looks at. */
function Failure({ answer, failure }: { answer: Answer; failure: Error }) {
  const t = useWords()
  const client = useQueryClient()
  const mayPay = useSession()?.user.role !== 'USER'
  const refused = isCode(failure, 'organization_suspended') || isCode(failure, 'limit_exceeded')
  return (
    <>
      <ErrorPanel error={failure} onRetry={refused ? undefined : () => askAgain(client, answer)} />
      {refused && mayPay && (
        <Link to="/plan" className="link justify-self-start">
          {t.plan.title}
        </Link>
      )}
    </>
  )
}

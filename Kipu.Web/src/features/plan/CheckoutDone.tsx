import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Plan } from '@/api/types'
import { useWords } from '@/i18n/language'
import { ready } from '@/session/session'
import { useSession } from '@/session/useSession'
import { buttonClass } from '@/ui/Button'
import { CodeBox } from '@/ui/CodeBox'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { checkoutQuery } from './api'
import { ClaimOrganization } from './ClaimOrganization'
import { followPlan } from './follow'

/** The API shows a code for a day; here it isn't shown again once the person has said that it is kept. */
const KEPT = 'kipu.code-kept:'
const isKept = (sessionId: string) => localStorage.getItem(KEPT + sessionId) !== null
const keep = (sessionId: string) => localStorage.setItem(KEPT + sessionId, '1')

/** Where the provider's page leads back to. The code is here once; afterwards it can only be replaced. */
export function CheckoutDone({ sessionId }: { sessionId: string | null }) {
  const t = useWords()
  return (
    <Front>
      <div className="form-page grid gap-4">
        <Heading title={t.checkout.title}>{t.checkout.title}</Heading>
        {sessionId ? <Outcome sessionId={sessionId} /> : <Back text={t.checkout.missing} />}
      </div>
    </Front>
  )
}

function Back({ text }: { text: string }) {
  const t = useWords()
  return (
    <>
      <p>{text}</p>
      <Link to="/precios" className={buttonClass('primary')}>
        {t.checkout.toPlans}
      </Link>
    </>
  )
}

function Outcome({ sessionId }: { sessionId: string }) {
  const t = useWords()
  const { data, error, refetch } = useQuery(checkoutQuery(sessionId))
  if (error) return <ErrorPanel error={error} onRetry={refetch} />
  if (!data || data.status === 'open' || data.status === 'processing') return <Confirming />
  if (data.status === 'expired') return <Back text={t.checkout.expired} />
  return (
    <>
      <p className="band" role="status">
        {t.checkout.paid(t.plans[data.plan])}
      </p>
      <Code code={isKept(sessionId) ? null : data.organizationCode} plan={data.plan} onKept={() => keep(sessionId)} />
    </>
  )
}

function Confirming() {
  const t = useWords()
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 30_000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="card grid gap-2 p-5" role="status">
      <p className="pulse text-[17px] font-semibold">{t.checkout.confirming}</p>
      <p className="text-ink-2">{slow ? t.checkout.slow : t.checkout.confirmingText}</p>
    </div>
  )
}

function Code({ code, plan, onKept }: { code: string | null; plan: Plan; onKept: () => void }) {
  const t = useWords()
  const navigate = useNavigate()
  const session = useSession()
  const [known, setKnown] = useState(false)

  // The page was left for the provider's: whether somebody is signed in has to be asked of the cookie.
  useEffect(() => {
    ready().finally(() => setKnown(true))
  }, [])

  const client = useQueryClient()
  const signedIn = session !== null
  useEffect(() => {
    if (signedIn) followPlan(client, plan)
  }, [client, signedIn, plan])

  const toRecordings = () => {
    onKept()
    navigate({ to: '/recordings' })
  }
  if (!code) {
    return (
      <>
        <p>{t.checkout.gone}</p>
        <Link to="/recordings" className={buttonClass('primary')}>
          {t.checkout.toRecordings}
        </Link>
      </>
    )
  }
  return (
    <>
      <p className="text-ink-2">{t.checkout.codeText}</p>
      <CodeBox code={code} onContinue={session ? toRecordings : undefined} />
      {known && !session && <ClaimOrganization code={code} onDone={toRecordings} />}
    </>
  )
}

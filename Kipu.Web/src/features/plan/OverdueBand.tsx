import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { date } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { subscriptionQuery } from './api'

/** Tells those who can pay, on every page, until when everything still works. */
export function OverdueBand({ organizationId }: { organizationId: string }) {
  const t = useWords()
  const language = useLanguage()
  const { data } = useQuery(subscriptionQuery(organizationId))
  const subscription = data?.subscription
  if (subscription?.status !== 'PAST_DUE' || !subscription.graceUntil) return null
  return (
    <p className="band rounded-none" data-tone="warn" data-overdue>
      {t.plan.overdueBand(date(language, new Date(subscription.graceUntil)))}
      <Link to="/plan" className="link">
        {t.plan.overdueLink}
      </Link>
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import { useWords } from '@/i18n/language'
import { useSession } from '@/session/useSession'
import { buttonClass } from '@/ui/Button'
import { Front } from '@/ui/Front'
import { Heading } from '@/ui/Heading'
import { Purchase } from './Purchase'

/** The price table before the door: a plan can be bought first and its organization made afterwards. */
export function Prices({ cancelled }: { cancelled: boolean }) {
  const t = useWords()
  const session = useSession()
  return (
    <Front>
      <div className="page grid gap-6">
        <Heading title={t.plan.prices}>{t.plan.prices}</Heading>
        {cancelled && (
          <p className="band" role="status">
            {t.plan.cancelled}
          </p>
        )}
        <Purchase
          organizationId={session?.organization.id ?? null}
          current={session?.organization.plan ?? null}
          mayPay={session?.user.role !== 'USER'}
        />
        {!session && (
          <p>
            {t.landing.note}{' '}
            <Link to="/crear-cuenta" className={buttonClass('ghost')}>
              {t.landing.start}
            </Link>
          </p>
        )}
      </div>
    </Front>
  )
}

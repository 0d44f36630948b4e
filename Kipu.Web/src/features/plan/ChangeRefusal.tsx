import { Link } from '@tanstack/react-router'
import { ApiError, isCode } from '@/api/problem'
import type { Plan } from '@/api/types'
import { bytes, number } from '@/i18n/format'
import { useLanguage, useWords } from '@/i18n/language'
import { ErrorPanel } from '@/ui/ErrorPanel'
import { type Excess, excessIn } from './standing'

/** Why the plan can't be changed; when use is in the way, what is over and where it can be made less. */
export function ChangeRefusal({ error, plan, onRetry }: { error: Error; plan: Plan; onRetry?: () => void }) {
  const t = useWords()
  if (!(error instanceof ApiError) || !isCode(error, 'downgrade_below_use')) return <ErrorPanel error={error} onRetry={onRetry} />
  return (
    <div className="band" data-tone="warn" role="alert">
      <div className="grid flex-1 gap-2">
        <p>{t.plan.tooMuch(t.plans[plan])}</p>
        <ul className="grid gap-1">
          {excessIn(error.facts).map((excess) => (
            <ExcessRow key={excess.what} excess={excess} />
          ))}
        </ul>
      </div>
    </div>
  )
}

function ExcessRow({ excess: { what, used, limit } }: { excess: Excess }) {
  const t = useWords()
  const language = useLanguage()
  const show = (value: number) => (what === 'storageBytes' ? bytes(language, value) : number(language, value))
  return (
    <li>
      <Link to={what === 'users' ? '/people' : '/recordings'} className="link">
        {t.plan.excess[what]}
      </Link>
      : <span className="num">{t.plan.over(show(used), show(limit))}</span>
    </li>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useId } from 'react'
import { useWords } from '@/i18n/language'
import { colleaguesQuery } from '@/session/colleagues'
import { buttonClass } from '@/ui/Button'
import type { AuditFilter } from './filter'
import { actionOf } from './lines'

export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const t = useWords()
  const navigate = useNavigate()
  const { data: actors } = useQuery(colleaguesQuery)
  const choose = (change: AuditFilter) => navigate({ to: '/audit', search: { ...filter, ...change }, replace: true })
  const actions = Object.keys(t.audit.actions).toSorted((one, other) => actionOf(t, one).localeCompare(actionOf(t, other)))
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Choice label={t.audit.what} value={filter.action} all={t.audit.everything} onChange={(action) => choose({ action })}>
        {actions.map((action) => (
          <option key={action} value={action}>
            {actionOf(t, action)}
          </option>
        ))}
      </Choice>
      <Choice label={t.audit.who} value={filter.actor} all={t.audit.everybody} onChange={(actor) => choose({ actor })}>
        {actors?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      {(filter.action || filter.actor) && (
        <Link to="/audit" search={{}} className={buttonClass('quiet')}>
          {t.recordings.clear}
        </Link>
      )}
    </div>
  )
}

type ChoiceProps = {
  label: string
  value: string | undefined
  all: string
  onChange: (value: string | undefined) => void
  children: ReactNode
}

function Choice({ label, value = '', all, onChange, children }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field w-full sm:w-64">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  )
}

import type { ComponentProps } from 'react'
import type { Role } from '@/api/types'
import { useWords } from '@/i18n/language'

export function RoleSelect({ roles, ...props }: ComponentProps<'select'> & { roles: readonly Role[] }) {
  const t = useWords()
  return (
    <select className="input w-auto" {...props}>
      {roles.map((role) => (
        <option key={role} value={role}>
          {t.roles[role]}
        </option>
      ))}
    </select>
  )
}

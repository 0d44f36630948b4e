import { createFileRoute } from '@tanstack/react-router'
import { AuditPage } from '@/features/audit/AuditPage'
import { parseFilter } from '@/features/audit/filter'

export const Route = createFileRoute('/_inside/audit')({
  validateSearch: parseFilter,
  component: () => <AuditPage filter={Route.useSearch()} />,
})

import { createFileRoute } from '@tanstack/react-router'
import { Prices } from '@/features/plan/Prices'

export const Route = createFileRoute('/precios')({
  validateSearch: (search: Record<string, unknown>): { cancelled?: boolean } => (search.cancelled ? { cancelled: true } : {}),
  component: () => <Prices cancelled={Route.useSearch().cancelled ?? false} />,
})

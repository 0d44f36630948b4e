import { createFileRoute } from '@tanstack/react-router'
import { Prices } from '@/features/plan/Prices'
import { ready } from '@/session/session'

export const Route = createFileRoute('/precios')({
  validateSearch: (search: Record<string, unknown>): { cancelled?: boolean } => (search.cancelled ? { cancelled: true } : {}),
  // Who comes back from the provider's page is still signed in.
  beforeLoad: () => ready().catch(() => false),
  component: () => <Prices cancelled={Route.useSearch().cancelled ?? false} />,
})

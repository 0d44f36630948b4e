import { createFileRoute } from '@tanstack/react-router'
import { CheckoutDone } from '@/features/plan/CheckoutDone'

export const Route = createFileRoute('/comprar/listo')({
  validateSearch: (search: Record<string, unknown>): { session?: string } =>
    typeof search.session === 'string' ? { session: search.session } : {},
  component: () => <CheckoutDone sessionId={Route.useSearch().session ?? null} />,
})

import { createFileRoute, redirect } from '@tanstack/react-router'
import { SetUpPage } from '@/features/security/SetUpPage'
import { ready } from '@/session/session'
import { validateNext } from './-next'

export const Route = createFileRoute('/segundo-factor')({
  validateSearch: validateNext,
  beforeLoad: async ({ location }) => {
    if (!(await ready())) throw redirect({ to: '/entrar', search: { next: location.href } })
  },
  component: () => <SetUpPage next={Route.useSearch().next ?? '/recordings'} />,
})

import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignIn } from '@/features/auth/SignIn'
import { ready } from '@/session/session'
import { validateNext } from './-next'

export const Route = createFileRoute('/entrar')({
  validateSearch: validateNext,
  beforeLoad: async ({ search }) => {
    if (await ready().catch(() => false)) throw redirect({ href: search.next ?? '/recordings' })
  },
  component: () => <SignIn next={Route.useSearch().next ?? '/recordings'} />,
})

import { createFileRoute, redirect } from '@tanstack/react-router'
import { Landing } from '@/features/landing/Landing'
import { ready } from '@/session/session'
import { validateRefusal } from './-refusal'

export const Route = createFileRoute('/')({
  validateSearch: validateRefusal,
  beforeLoad: async ({ search }) => {
    if (await ready().catch(() => false)) throw redirect({ to: '/recordings' })
    if (search.sso_error) throw redirect({ to: '/entrar', search })
  },
  component: Landing,
})

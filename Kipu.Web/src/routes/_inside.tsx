import { createFileRoute, redirect } from '@tanstack/react-router'
import { ready } from '@/session/session'
import { Shell } from '@/shell/Shell'

export const Route = createFileRoute('/_inside')({
  beforeLoad: async ({ location }) => {
    if (!(await ready())) throw redirect({ to: '/entrar', search: { next: location.href } })
  },
  component: Shell,
})

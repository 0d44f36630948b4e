import { createFileRoute, redirect } from '@tanstack/react-router'
import { Landing } from '@/features/landing/Landing'
import { ready } from '@/session/session'

export const Route = createFileRoute('/')({
  beforeLoad: async () => {
    if (await ready().catch(() => false)) throw redirect({ to: '/recordings' })
  },
  component: Landing,
})

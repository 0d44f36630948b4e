import { createFileRoute, redirect } from '@tanstack/react-router'
import { currentSession, ready } from '@/session/session'
import { useSession } from '@/session/useSession'
import { Shell } from '@/shell/Shell'

export const Route = createFileRoute('/_inside')({
  beforeLoad: async ({ location }) => {
    if (!(await ready())) throw redirect({ to: '/entrar', search: { next: location.href } })
    if (currentSession()?.mfaEnrolmentRequired) throw redirect({ to: '/segundo-factor', search: { next: location.href } })
  },
  component: Inside,
})

/** Another person gets pages of their own: none goes on showing what it had loaded for the one before. */
function Inside() {
  return <Shell key={useSession()?.user.id} />
}

import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignIn } from '@/features/auth/SignIn'
import { ready } from '@/session/session'

export const Route = createFileRoute('/entrar')({
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    // Only a path of ours: a link may not lead elsewhere after signing in.
    typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {},
  beforeLoad: async ({ search }) => {
    if (await ready().catch(() => false)) throw redirect({ href: search.next ?? '/recordings' })
  },
  component: () => <SignIn next={Route.useSearch().next ?? '/recordings'} />,
})

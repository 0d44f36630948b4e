import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignIn } from '@/features/auth/SignIn'
import { ready } from '@/session/session'
import { validateNext } from './-next'
import { validateRefusal } from './-refusal'

export const Route = createFileRoute('/entrar')({
  validateSearch: (search: Record<string, unknown>) => ({ ...validateNext(search), ...validateRefusal(search) }),
  beforeLoad: async ({ search }) => {
    if (await ready().catch(() => false)) throw redirect({ href: search.next ?? '/recordings' })
  },
  component: Page,
})

function Page() {
  const { next, sso_error } = Route.useSearch()
  return <SignIn next={next ?? '/recordings'} refusal={sso_error ?? null} />
}

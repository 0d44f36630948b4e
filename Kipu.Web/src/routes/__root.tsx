import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { Toaster } from 'sonner'
import { RecorderWatch } from '@/features/recorder/RecorderWatch'
import { useWords } from '@/i18n/language'
import { NotFound } from '@/ui/NotFound'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
})

function Root() {
  const t = useWords()
  return (
    <>
      <a className="skip" href="#main">
        {t.common.skip}
      </a>
      <Outlet />
      <RecorderWatch />
      <Toaster position="bottom-center" closeButton duration={10_000} containerAriaLabel={t.nav.account} />
    </>
  )
}

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { preferredLanguage, speak } from './i18n/language'
import { queryClient } from './queryClient'
import { createAppRouter } from './router'
import { showSingleKeys } from './session/singleKeys'
import { watchSystemTheme } from './session/theme'
import './styles.css'

const router = createAppRouter()

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
watchSystemTheme()
showSingleKeys()
await speak(preferredLanguage())
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

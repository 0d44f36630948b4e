import { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { ApiError } from './api/problem'
import { routeTree } from './routeTree.gen'
import { PageError } from './ui/PageError'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A refusal stays one; only what may pass by itself is asked again.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.isTransient),
    },
  },
})

export const createAppRouter = () =>
  createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageError,
    scrollRestoration: true,
  })

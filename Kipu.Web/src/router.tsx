import { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { mayPass } from './api/retry'
import { routeTree } from './routeTree.gen'
import { PageError } from './ui/PageError'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: mayPass,
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

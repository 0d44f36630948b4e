import { QueryClient } from '@tanstack/react-query'
import { mayPass } from './api/retry'
import { onOtherPerson } from './session/session'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: mayPass,
    },
  },
})

onOtherPerson(() => queryClient.clear())

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, vi } from 'vitest'
import { speak } from '@/i18n/language'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
afterEach(cleanup)
afterEach(() => vi.unstubAllGlobals())

export const newClient = () => new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })

/** Draws a part of the console, in Spanish. */
export async function show(part: ReactNode, client = newClient()) {
  await speak('es')
  const within = (node: ReactNode) => <QueryClientProvider client={client}>{node}</QueryClientProvider>
  const { rerender } = render(within(part))
  return (next: ReactNode) => rerender(within(next))
}

type Call = { method: string; path: string; body: unknown }

/** Answers the console's calls, and keeps what was asked. */
export function serve(answer: (call: Call) => { status: number; body?: unknown }) {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const text = await request.text()
    const call = { method: request.method, path: new URL(request.url).pathname, body: text ? JSON.parse(text) : null }
    calls.push(call)
    const { status, body } = answer(call)
    return new Response(JSON.stringify(body ?? {}), { status, headers: { 'content-type': 'application/json' } })
  })
  return calls
}

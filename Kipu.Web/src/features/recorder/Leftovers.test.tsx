import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { speak } from '@/i18n/language'
import { signedIn, signedOut } from '@/session/session'
import { fakeLocks } from '@/test/locks'
import { Leftovers } from './Leftovers'
import { localStore } from './store'

vi.mock('@tanstack/react-router', () => ({ useNavigate: () => () => {} }))

let locks: Set<string>

beforeEach(async () => {
  await speak('es')
  locks = fakeLocks()
  signedIn({ success: true, user: { id: 'ana' }, organization: { id: 'quipu' }, accessToken: 'token' } as unknown as Session)
  const store = await localStore()
  await store.add({ id: 'r', userId: 'ana', title: 'Comité', mimeType: 'audio/webm', createdAt: '' })
  for (let n = 0; n < 7; n++) await store.addSlice({ rec: 'r', n, ms: 1000, blob: new Blob(['a']) })
  await store.putChunk({ rec: 'r', index: 0, from: 0, to: 5, startMs: 0, ms: 5000, sha256: '', sent: true })
})
afterEach(async () => {
  cleanup()
  signedOut()
  await (await localStore()).remove('r')
})

async function discard() {
  const person = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Leftovers />
    </QueryClientProvider>,
  )
  await person.click(await screen.findByRole('button', { name: 'Descartar' }))
  const dialog = await screen.findByRole('dialog')
  return { dialog, confirm: () => person.click(screen.getByRole('button', { name: 'Descartar' })) }
}

it('whoever discards is told what is lost here and what stays in Kipu', async () => {
  const { dialog, confirm } = await discard()
  expect(dialog.textContent).toContain('Se borran de este equipo 2 s que todavía no están en Kipu.')
  expect(dialog.textContent).toContain('Lo ya enviado, 5 s, queda en Kipu')
  await confirm()
  await vi.waitFor(async () => expect(await (await localStore()).sliceNumbers('r')).toEqual([]))
})

it('whoever discards what was sent whole is told that only the copy goes', async () => {
  await (await localStore()).putChunk({ rec: 'r', index: 1, from: 5, to: 7, startMs: 5000, ms: 2000, sha256: '', sent: true })
  const { dialog } = await discard()
  expect(dialog.textContent).toContain('Se borra la copia de este equipo. Lo ya enviado, 7 s, queda en Kipu')
})

it('what another tab has taken up meanwhile is not discarded', async () => {
  const { confirm } = await discard()
  locks.add('kipu.rec:r')
  await confirm()
  expect(await screen.findByText('Esta grabación está abierta en otra pestaña.')).toBeTruthy()
  expect(await (await localStore()).sliceNumbers('r')).toHaveLength(7)
})

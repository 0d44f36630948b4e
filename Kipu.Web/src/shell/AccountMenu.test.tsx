import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { signOut } from '@/features/auth/api'
import { idle } from '@/features/recorder/machine'
import { halt, recorderState } from '@/features/recorder/recorder'
import { speak } from '@/i18n/language'
import { signedIn, signedOut } from '@/session/session'
import { AccountMenu } from './AccountMenu'

vi.mock('@tanstack/react-router', () => ({ useNavigate: () => () => {} }))
vi.mock('@/features/auth/api', () => ({ signOut: vi.fn(async () => {}) }))
vi.mock('@/features/recorder/recorder', () => ({ halt: vi.fn(async () => true), recorderState: vi.fn() }))

beforeEach(async () => {
  await speak('es')
  vi.clearAllMocks()
  signedIn({
    success: true,
    user: { name: 'Ana', email: 'ana@example.com', role: 'USER' },
    organization: { id: 'quipu' },
    accessToken: 'token',
  } as unknown as Session)
})
afterEach(() => {
  cleanup()
  signedOut()
})

async function leave() {
  const person = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <AccountMenu />
    </QueryClientProvider>,
  )
  await person.click(screen.getByRole('button', { name: /Ana/ }))
  await person.click(await screen.findByRole('menuitem', { name: 'Salir' }))
  return person
}

it('who records is asked before signing out, and signed out with the microphone off', async () => {
  vi.mocked(recorderState).mockReturnValue({ ...idle, phase: 'paused' })
  const person = await leave()
  expect(await screen.findByRole('dialog')).toHaveProperty('textContent', expect.stringContaining('¿Salir mientras grabas?'))
  expect(signOut).not.toHaveBeenCalled()
  await person.click(screen.getByRole('button', { name: 'Detener y salir' }))
  expect(signOut).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(halt).toHaveBeenCalledOnce())
})

it('who could not be signed out goes on recording', async () => {
  vi.mocked(recorderState).mockReturnValue({ ...idle, phase: 'recording' })
  vi.mocked(signOut).mockRejectedValueOnce(new Error())
  const person = await leave()
  await person.click(await screen.findByRole('button', { name: 'Detener y salir' }))
  expect(signOut).toHaveBeenCalledOnce()
  expect(halt).not.toHaveBeenCalled()
})

it('who records nothing is signed out at once', async () => {
  vi.mocked(recorderState).mockReturnValue(idle)
  await leave()
  expect(signOut).toHaveBeenCalledOnce()
  expect(screen.queryByRole('dialog')).toBeNull()
})

import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { toast } from 'sonner'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { speak } from '@/i18n/language'
import { signedIn, signedOut } from '@/session/session'
import { idle, type RecorderState } from './machine'
import { RecorderWatch } from './RecorderWatch'
import { halt, useRecorder } from './recorder'

const page = vi.hoisted(() => ({ pathname: '/recordings' }))
vi.mock('@tanstack/react-router', () => ({
  useNavigate: () => () => {},
  useMatch: () => (page.pathname === '/entrar' ? undefined : {}),
  useLocation: ({ select }: { select: (location: { pathname: string }) => unknown }) => select(page),
}))
vi.mock('sonner', () => ({ toast: Object.assign(vi.fn(), { error: vi.fn(), dismiss: vi.fn() }) }))
vi.mock('./recorder', () => ({ useRecorder: vi.fn(), recordedSeconds: () => 65, halt: vi.fn(async () => true), toggle: vi.fn() }))

beforeEach(async () => {
  await speak('es')
  vi.clearAllMocks()
  signedIn({ success: true, user: { id: 'ana' }, organization: { id: 'quipu' }, accessToken: 'token' } as unknown as Session)
})
afterEach(() => {
  cleanup()
  signedOut()
})

function see(pathname: string, state: Partial<RecorderState>) {
  page.pathname = pathname
  vi.mocked(useRecorder).mockReturnValue({ ...idle, ...state })
  render(<RecorderWatch />)
}

it('outside of the console the microphone has its controls as long as it is on', async () => {
  see('/entrar', { phase: 'recording' })
  expect(screen.getByRole('region').textContent).toContain('Grabando1:05')
  await userEvent.click(screen.getByRole('button', { name: 'Detener' }))
  expect(halt).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(toast).toHaveBeenCalledOnce())
})

it('so does a recording whose session ended on a page of the console', () => {
  signedOut()
  see('/recordings', { phase: 'paused' })
  expect(screen.getByRole('button', { name: 'Seguir' })).toBeTruthy()
})

it('inside of the console the rail has them', () => {
  see('/recordings', { phase: 'recording' })
  expect(screen.queryByRole('region')).toBeNull()
  expect(document.title).toContain('1:05')
})

it.each(['lost', 'broken'] as const)(
  'a recording that stopped by itself (%s) says so on another page, and until it is mended',
  (notice) => {
    see('/recordings', { phase: 'paused', notice })
    expect(toast.error).toHaveBeenCalledWith(expect.any(String), expect.objectContaining({ duration: Number.POSITIVE_INFINITY }))
    cleanup()
    expect(toast.dismiss).toHaveBeenCalledOnce()
  },
)

it("the recorder's own page has a notice instead", () => {
  see('/record', { phase: 'paused', notice: 'lost' })
  expect(toast.error).not.toHaveBeenCalled()
})

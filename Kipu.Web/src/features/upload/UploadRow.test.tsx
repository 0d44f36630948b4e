import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'
import { signedIn } from '@/session/session'
import { serve, show } from '@/test/show'
import { UploadStore } from './store'
import { Uploads } from './Uploads'
import { currentUploads, dismissUpload } from './uploads'

const kept = { recordingId: 'r1', userId: 'ana', name: 'acta.mp3', size: 5, lastModified: 1, contentType: 'audio/mpeg', file: null }
const locks = {
  request: (_: string, __: object, work: (lock: object) => Promise<unknown>) => work({}),
  query: async () => ({ held: [] }),
}
const button = (name: string) => screen.getByRole('button', { name })

beforeEach(async () => {
  for (const { key } of currentUploads()) dismissUpload(key)
  vi.stubGlobal('navigator', { ...navigator, locks })
  signedIn({ user: { id: 'ana' }, organization: { id: 'o' }, accessToken: 'a' } as unknown as Session)
  const store = await UploadStore.open()
  await store.add(kept)
  store.close()
})

it('an interrupted upload asks for the file that the browser could not keep, and takes no other', async () => {
  await show(<Uploads />)
  await screen.findByText('Quedó a medias la subida de acta.mp3 (0 KB).')
  fireEvent.click(button('Seguir subiendo'))
  await screen.findByText('Elige otra vez el mismo archivo: acta.mp3.')
  const other = new File(['other'], 'junta.mp3', { lastModified: 1 })
  fireEvent.change(screen.getByLabelText('Elige otra vez el mismo archivo: acta.mp3.'), { target: { files: [other] } })
  expect((await screen.findByRole('alert')).textContent).toContain('Este es otro archivo.')
})

it.each([
  ['goes from Kipu with what was begun', 'RECORDING', ['GET /api/recordings/r1', 'DELETE /api/recordings/r1']],
  ['leaves a recording that is whole after all', 'COMPLETED', ['GET /api/recordings/r1']],
])('an interrupted upload that is discarded %s', async (_, status, expected) => {
  const calls = serve(() => ({ status: 200, body: { status } }))
  await show(<Uploads />)
  fireEvent.click(await screen.findByRole('button', { name: 'Descartar' }))
  await waitFor(() => expect(currentUploads()).toEqual([]))
  expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(expected)
})

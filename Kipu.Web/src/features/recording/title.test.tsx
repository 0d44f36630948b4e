import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { keys } from '@/api/keys'
import type { RecordingSummary } from '@/api/types'
import { newClient, serve, show } from '@/test/show'
import { Title } from './Title'

const recording = { id: 'r1', title: 'Comité', language: 'es', status: 'COMPLETED' } as RecordingSummary

it('a title that the server refuses is taken back', async () => {
  serve(({ method }) => (method === 'PATCH' ? { status: 400, body: { code: 'validation_failed' } } : { status: 503 }))
  const client = newClient()
  client.setQueryData(keys.recording('r1'), recording)
  await show(<Title recording={recording} />, client)
  fireEvent.click(screen.getByRole('button', { name: 'Cambiar título' }))
  const field = screen.getByRole<HTMLInputElement>('textbox')
  fireEvent.change(field, { target: { value: 'Otro' } })
  const titles: (string | undefined)[] = []
  client.getQueryCache().subscribe(() => titles.push(client.getQueryData<RecordingSummary>(keys.recording('r1'))?.title))
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(titles).toContain('Otro'))
  await waitFor(() => expect(titles.at(-1)).toBe('Comité'))
})

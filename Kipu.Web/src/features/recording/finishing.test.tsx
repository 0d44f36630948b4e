import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { serve, show } from '@/test/show'
import { FinishAsIs } from './FinishAsIs'

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

describe('a recording whose device is gone', () => {
  const finish = async () => {
    await show(<FinishAsIs id="r1" />)
    fireEvent.click(button('Terminar con lo que Kipu tiene'))
    expect(screen.getByRole('dialog').textContent).toContain('ya no se acepta')
    fireEvent.click(button('Terminar con lo que Kipu tiene'))
  }

  it('is finished with what has come, without a number of chunks', async () => {
    const calls = serve(() => ({ status: 202 }))
    await finish()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const body = { totalChunks: null, sha256: null, durationSeconds: null }
    expect(calls).toEqual([{ method: 'POST', path: '/api/finalize/r1', body }])
  })

  it.each([
    ['nothing has come', 404, { code: 'not_found' }, 'todavía no llegó nada'],
    ['the first chunk is missing', 409, { code: 'missing_chunks', missing: [0] }, 'todavía no llegó nada'],
    ['parts in the middle are missing', 409, { code: 'missing_chunks', missing: [3] }, 'Faltan partes de en medio'],
  ])('says in words that %s', async (_, status, body, words) => {
    serve(() => ({ status, body }))
    await finish()
    expect((await screen.findByRole('alert')).textContent).toContain(words)
  })
})

import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Turn } from '@/api/types'
import { serve, show } from '@/test/show'
import { SegmentEditor } from './SegmentEditor'

const turn: Turn = {
  segmentId: 's2',
  startSeconds: 14,
  endSeconds: 20,
  speakerId: 'p1',
  speaker: 'Ana',
  text: 'En Medellín.',
  timestamp: '0:14',
  confidence: null,
  language: null,
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

describe('what is being corrected', () => {
  const editor = (one: Turn) => <SegmentEditor recordingId="r1" turn={one} onClose={() => {}} />

  it('is not saved over another turn that an analysis put under its id, and stays as it was typed', async () => {
    const calls = serve(() => ({ status: 200 }))
    const again = await show(editor(turn))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'En Bogotá.' } })
    expect(button('Guardar corrección').disabled).toBe(false)

    again(editor({ ...turn, startSeconds: 9, text: 'Buenos días.' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('En Bogotá.')
    expect(screen.getByRole('alert').textContent).toContain('lo que dice aquí cambió')
    expect(button('Guardar corrección').disabled).toBe(true)
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' })
    expect(calls).toEqual([])
  })
})

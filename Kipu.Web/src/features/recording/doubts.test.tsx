import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Analysis, SharedRecording, Turn } from '@/api/types'
import { serve, show } from '@/test/show'
import { Findings } from './Findings'
import { SharedPage } from './SharedPage'

vi.mock('@/ui/Front', () => ({ Front: ({ children }: { children: React.ReactNode }) => children }))

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
const analysis = {
  summary: [
    { text: 'Se abre la sede.', evidence: ['s2'], state: 'verified' },
    { text: 'Quizá en mayo.', evidence: [], state: 'tentative' },
    { text: 'Cuesta poco.', evidence: [], state: 'unverified' },
  ],
  decisions: [],
  actionItems: [],
  keyTopics: [],
  sections: [],
  speakers: [],
  transcript: [turn],
  coverage: [
    { from: 2, to: 4, state: 'missing', reason: null },
    { from: 6, to: 9, state: 'stored', reason: null },
  ],
  engine: { demo: true, reasons: ['template_not_applied'], confidence: 'high', prompt: null },
  language: 'es',
} as unknown as Analysis

describe('what is doubtful or not there', () => {
  it('is told in words in the summary', async () => {
    await show(<Findings analysis={analysis} lang="es" turns={[turn]} voices={[]} onPlay={() => {}} />)
    const lead = screen.getByText('Se abre la sede.').closest('.lead')?.textContent
    expect(lead?.trim().replace(/\s+/g, ' ')).toBe(
      'Se abre la sede. Quizá en mayo. Por confirmar Cuesta poco. No encontramos dónde se dijo',
    )
  })

  it('is told to who reads by a link: each gap, the engine, and what it could not do', async () => {
    serve(() => ({
      status: 200,
      body: { title: 'Comité', createdAt: '2026-11-24T10:00:00Z', durationSeconds: 20, audio: null, analysis } satisfies Omit<
        SharedRecording,
        'expiresAt'
      >,
    }))
    await show(<SharedPage token="t" />)
    const gaps = (await screen.findAllByText(/^Faltan \d/)).map((line) => line.textContent)
    expect(gaps).toEqual(['Faltan 2 s en 0:02: no llegó ese audio', 'Faltan 3 s en 0:06: está guardado, pero no se escribió'])
    expect(screen.getByText('Modelo de demostración')).toBeTruthy()
    expect(screen.getByText(/^Faltan las secciones/)).toBeTruthy()
  })
})

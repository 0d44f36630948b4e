import { describe, expect, it } from 'vitest'
import { type Answer, type Citation, doubtOf, isOpen, piecesOf, withEvent } from './answer'

const citation = (number: number): Citation => ({
  number,
  recordingId: 'r',
  title: 'Ventas',
  segmentId: `s${number}`,
  startSeconds: 65,
  speaker: 'Ana',
  quote: '',
  state: 'verified',
})
const end = (citations: Citation[], engine = 'gemini', reasons: string[] = []) => ({ citations, engine, model: null, reasons })
const asked: Answer = { id: 1, question: '', words: '', end: null, failure: null, stopped: false }
const shown = (answer: Parameters<typeof piecesOf>[0]) =>
  piecesOf(answer).map((piece) => ('citation' in piece ? piece.citation.number : piece.text))

describe('an answer', () => {
  it('has moments where its numbers stood, and nothing where a number stands for nothing', () => {
    const words = 'Son tres mil [3, 14]. La sede abre en marzo [7][9].'
    expect(shown({ words, end: end([citation(3), citation(7), citation(14)]) })).toEqual([
      'Son tres mil',
      3,
      14,
      '. La sede abre en marzo',
      7,
      '.',
    ])
  })

  it('shows no number, and no half of one, while it comes', () => {
    expect(shown({ words: 'Son tres mil [3]. La sede [1', end: null })).toEqual(['Son tres mil', '. La sede'])
  })

  it('grows with each event until its citations end it', () => {
    const growing = withEvent(withEvent(asked, 'words', '{"text":"Son "}'), 'words', '{"text":"tres mil [3]."}')
    expect([growing.words, isOpen(growing)]).toEqual(['Son tres mil [3].', true])
    expect(isOpen(withEvent(growing, 'citations', JSON.stringify(end([citation(3)]))))).toBe(false)
  })

  it('is void when it breaks off', () => {
    const broken = withEvent({ ...asked, words: 'Son' }, 'error', '{"code":"answer_broken"}')
    expect(broken).toMatchObject({ words: '', failure: { code: 'answer_broken' } })
  })
})

it('says the weightiest of what is doubtful, and that passages are no answer', () => {
  expect(doubtOf(end([], 'gemini', ['uncited', 'cut']))).toBe('cut')
  expect(doubtOf(end([citation(1)], 'embedded'))).toBe('no_model')
  expect(doubtOf(end([citation(1)]))).toBeNull()
})

import { ApiError } from '@/api/problem'
import type { EvidenceState } from '@/api/types'

/** A segment that an answer rests on. This and the next come by events, which OpenAPI can't describe. */
export type Citation = {
  /** How the words refer to it. */
  number: number
  recordingId: string
  title: string
  segmentId: string
  startSeconds: number
  speaker: string
  quote: string
  state: EvidenceState
}
export type AnswerEnd = { citations: Citation[]; engine: string; model: string | null; reasons: string[] }

/** A question and what came of it until now: an end, or why there is none. */
export type Answer = { id: number; question: string; words: string; end: AnswerEnd | null; failure: Error | null; stopped: boolean }

export const isOpen = ({ end, failure, stopped }: Answer) => !end && !failure && !stopped

/** An answer with one more event of its stream. */
export function withEvent(answer: Answer, event: string, data: string): Answer {
  if (event === 'words') return { ...answer, words: answer.words + (JSON.parse(data) as { text: string }).text }
  if (event === 'citations') return { ...answer, end: JSON.parse(data) as AnswerEnd }
  // What came of it until then is void.
  if (event === 'error') return { ...answer, words: '', failure: new ApiError((JSON.parse(data) as { code: string }).code, 503) }
  return answer
}

export type Piece = { at: number; text: string } | { at: number; citation: Citation }

const REFERENCES = /\s?\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]/g

/** The words, with moments where numbers stood. Until the citations are there, and for a number without one, nothing stands. */
export function piecesOf({ words, end }: Pick<Answer, 'words' | 'end'>): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  const add = (text: string) => {
    if (text) pieces.push({ at: done, text })
  }
  for (const match of words.matchAll(REFERENCES)) {
    add(words.slice(done, match.index))
    done = match.index + match[0].length
    for (const [index, number] of (match[1] ?? '').split(',').map(Number).entries()) {
      const citation = end?.citations.find((one) => one.number === number)
      if (citation) pieces.push({ at: match.index + index, citation })
    }
  }
  // The beginning of a number whose rest has not come yet.
  add(end ? words.slice(done) : words.slice(done).replace(/\s?\[[^\]]*$/, ''))
  return pieces
}

/** What has to be said of an answer besides itself, the weightiest first. */
const REASONS = ['nothing_found', 'withheld', 'cut', 'model_unavailable', 'uncited'] as const

export function doubtOf({ engine, reasons }: AnswerEnd): (typeof REASONS)[number] | 'no_model' | null {
  return REASONS.find((one) => reasons.includes(one)) ?? (engine === 'embedded' ? 'no_model' : null)
}

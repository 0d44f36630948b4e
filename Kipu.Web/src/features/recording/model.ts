import type { Analysis, CoverageSpan, EvidenceState, Marker, Turn } from '@/api/types'
import { speakerColour } from '@/ui/Avatars'
import type { KnotKind } from '@/ui/icons'

export type Voice = {
  id: string
  name: string
  /** False while it has only a number. */
  named: boolean
  colour: string
  share: number
}

/** Who spoke, in the order in which the analysis names them, with colours that stay the same on the whole page. */
export function voicesOf(analysis: Analysis, nameOf: (count: number) => string): Voice[] {
  const total = analysis.speakers.reduce((sum, speaker) => sum + speaker.talkSeconds, 0)
  return analysis.speakers.map((speaker, index) => ({
    id: speaker.speakerId,
    name: speaker.name ?? nameOf(index + 1),
    named: speaker.name !== null,
    colour: speakerColour(index),
    share: total > 0 ? (speaker.talkSeconds / total) * 100 : 0,
  }))
}

/** The turn that is heard at a moment; between two turns it is nobody's. */
export function turnAt(turns: Turn[], seconds: number): number {
  let low = 0
  let high = turns.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const turn = turns[middle]
    if (!turn) return -1
    if (seconds < turn.startSeconds) high = middle - 1
    else if (seconds >= turn.endSeconds) low = middle + 1
    else return middle
  }
  return -1
}

export type Knot = { kind: KnotKind; id: string; at: number; text: string; state: EvidenceState }

/** Decisions and tasks with a moment and all markers, in order. Without a moment there is nothing to tie. */
export function knotsOf(analysis: Analysis | undefined, markers: Marker[]): Knot[] {
  const knots: Knot[] = []
  for (const { id, text, atSeconds, state } of analysis?.decisions ?? []) {
    if (atSeconds !== null) knots.push({ kind: 'decision', id, at: atSeconds, text, state })
  }
  for (const { id, text, atSeconds, state } of analysis?.actionItems ?? []) {
    if (atSeconds !== null) knots.push({ kind: 'task', id, at: atSeconds, text, state })
  }
  for (const { id, text, atSeconds } of markers) knots.push({ kind: 'marker', id, at: atSeconds, text: text ?? '', state: 'verified' })
  return knots.sort((a, b) => a.at - b.at)
}

/** Knots of a segment: what was decided or promised in these words. */
export function knotsBySegment(analysis: Analysis): Map<string, ('decision' | 'task')[]> {
  const found = new Map<string, ('decision' | 'task')[]>()
  const add = (kind: 'decision' | 'task', evidence: string[]) => {
    const segment = evidence[0]
    if (segment) found.set(segment, [...(found.get(segment) ?? []), kind])
  }
  for (const decision of analysis.decisions) add('decision', decision.evidence)
  for (const task of analysis.actionItems) add('task', task.evidence)
  return found
}

export type Gap = CoverageSpan & { state: 'missing' | 'failed' | 'stored' }

/** What somebody may have said and the transcript doesn't have: it never came, failed, or is kept without words. Silence is none. */
export const gapsOf = (coverage: CoverageSpan[]): Gap[] =>
  coverage.filter((span): span is Gap => span.state !== 'transcribed' && span.state !== 'silent' && span.to > span.from)

/** Each gap stands before the first turn that begins after it; after all, under the number of turns. */
export function gapsBefore(turns: Turn[], gaps: Gap[]): Map<number, Gap[]> {
  const found = new Map<number, Gap[]>()
  for (const gap of gaps) {
    const first = turns.findIndex((turn) => turn.startSeconds >= gap.from)
    const index = first < 0 ? turns.length : first
    found.set(index, [...(found.get(index) ?? []), gap])
  }
  return found
}

/** The turns, and in their place those that somebody writes in and a newer analysis no longer has: what is typed stays in sight. */
export function withOpened(turns: Turn[], opened: Turn[]): Turn[] {
  const gone = opened.filter(({ segmentId }) => !turns.some((turn) => turn.segmentId === segmentId))
  return gone.length === 0 ? turns : [...turns, ...gone].sort((a, b) => a.startSeconds - b.startSeconds)
}

/** What an engine can't do and says so of the reading that it made. */
export const LIMITS = ['template_not_applied', 'not_translated'] as const

export const limitsOf = (reasons: string[]) => LIMITS.filter((limit) => reasons.includes(limit))

/**
 * The language of what the engine wrote: with a model that is asked, what the organization wished for, which only its members' pages know;
 * else what was spoken.
 */
export function writtenIn({ engine, language }: Analysis, wish?: string): string | undefined {
  const spoken = language ?? undefined
  return !engine.prompt || wish === 'spoken' || engine.reasons.includes('not_translated') ? spoken : wish
}

/** Where a statement can be heard: the first of its segments that is there. */
export function momentOf(evidence: string[], turns: Turn[]): number | null {
  for (const id of evidence) {
    const turn = turns.find((one) => one.segmentId === id)
    if (turn) return turn.startSeconds
  }
  return null
}

import type { SpeakerShare } from '@/api/types'

export type Strand = { x: number; length: number; speaker: number; knot: 'decision' | 'task' | null }

const STRANDS = 11
const LONGEST = 33
const SHORTEST = 9

/**
 * A recording as a small cord: each person has as many strands as their share of the talk, and as long; the knots are
 * the decisions and the tasks to do. Nothing in it is drawn by chance.
 */
export function strandsOf(speakers: Pick<SpeakerShare, 'share'>[], decisions: number, tasks: number): Strand[] {
  const total = speakers.reduce((sum, speaker) => sum + speaker.share, 0)
  if (total <= 0) return []
  const largest = Math.max(...speakers.map((speaker) => speaker.share))
  const counts = apportion(speakers.map((speaker) => speaker.share / total))
  const owners = counts.flatMap((count, speaker) => Array.from({ length: count }, () => speaker))
  const strands: Strand[] = owners.map((speaker, index) => ({
    x: 6 + index * 7.6,
    length: SHORTEST + (LONGEST - SHORTEST) * ((speakers[speaker]?.share ?? 0) / largest),
    speaker,
    knot: null,
  }))
  const knots = [...Array(Math.min(decisions, 4)).fill('decision'), ...Array(Math.min(tasks, 5)).fill('task')].slice(0, strands.length)
  knots.forEach((knot, index) => {
    const strand = strands[Math.floor(((index + 0.5) * strands.length) / knots.length)]
    if (strand) strand.knot = knot
  })
  return strands
}

/** Whole strands by largest remainder; whoever spoke has at least one while there are enough. */
function apportion(shares: number[]): number[] {
  const counts = shares.map((share) => Math.floor(share * STRANDS))
  const byRemainder = shares
    .map((share, index) => ({ index, rest: share * STRANDS - Math.floor(share * STRANDS) }))
    .sort((a, b) => b.rest - a.rest)
  let left = STRANDS - counts.reduce((sum, count) => sum + count, 0)
  for (const { index } of byRemainder) {
    if (left-- <= 0) break
    counts[index] = (counts[index] ?? 0) + 1
  }
  shares.forEach((share, index) => {
    if (share <= 0 || counts[index] !== 0) return
    const richest = counts.indexOf(Math.max(...counts))
    if ((counts[richest] ?? 0) < 2) return
    counts[richest] = (counts[richest] ?? 0) - 1
    counts[index] = 1
  })
  return counts
}

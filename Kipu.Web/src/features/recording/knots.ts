import type { Knot } from './model'

export type Tied = { x: number; knots: Knot[] }

const APART = 26
const WIDTH = 16

/** Knots that would stand nearer than 26 px are tied into one button, at the middle of their moments. */
export function tie(knots: Knot[], seconds: number, width: number): Tied[] {
  if (seconds <= 0 || width <= 0) return []
  const tied: Tied[] = []
  for (const knot of [...knots].sort((a, b) => a.at - b.at)) {
    const x = (Math.min(knot.at, seconds) / seconds) * width
    const last = tied.at(-1)
    // A tied group is as wide as its knots: half of that stands to its right.
    if (last && x - (last.x + ((last.knots.length - 1) * WIDTH) / 2) < APART) {
      last.knots.push(knot)
      last.x = (last.knots.reduce((sum, one) => sum + Math.min(one.at, seconds), 0) / last.knots.length / seconds) * width
    } else {
      tied.push({ x, knots: [knot] })
    }
  }
  return tied
}

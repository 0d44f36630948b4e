import { noteOf } from '@/api/markers'
import type { Marker, MarkerRequest } from '@/api/types'

/** A moment marked while recording, as this device keeps it. */
export type Mark = {
  rec: string
  /** Its name on this device; Kipu gives it another. */
  id: string
  atSeconds: number
  text: string
  /** What Kipu is known to have of it. */
  known: { id: string; text: string | null } | null
  /** What went out without an answer: Kipu may have it. */
  asked: { text: string | null } | null
  /** Taken back here; it is forgotten once Kipu has forgotten it. */
  removed: boolean
  /** Kipu takes no more of them. */
  refused: boolean
}

export const newMark = (rec: string, id: string, atSeconds: number, text: string): Mark => ({
  rec,
  id,
  // In whole milliseconds: a number that comes back from Kipu as it was sent.
  atSeconds: Math.round(atSeconds * 1000) / 1000,
  text,
  known: null,
  asked: null,
  removed: false,
  refused: false,
})

/** Seconds of the recording that a mark waits for its note: until then what is sent would have to be changed again. */
const NOTE_SECONDS = 10

/** What has to go out by now: all that is settled, and with `at` null, when nothing more will be written, simply all. */
export const isDue = (mark: Mark, at: number | null, writing: string | null) =>
  mark.removed || at === null || (mark.id !== writing && at - mark.atSeconds >= NOTE_SECONDS)

/** Kipu hasn't got it, or it isn't known whether it has. */
export const isUnsent = (mark: Mark) => !mark.known && !mark.refused && (!mark.removed || mark.asked !== null)

/** Kipu has it otherwise than it stands here. */
export const isChanged = (mark: Mark) => mark.known !== null && (mark.removed || mark.known.text !== noteOf(mark.text))

/** What Kipu never heard of needs no telling. */
export const isForgotten = (mark: Mark) => mark.removed && !mark.known && !mark.asked

/** The marker that an unanswered request left behind: it says the same, and is none of the others here. */
export function leftBehind({ atSeconds, asked }: Mark, there: Marker[], marks: Mark[]): Marker | undefined {
  const others = new Set(marks.map((mark) => mark.known?.id))
  return asked ? there.find((one) => one.atSeconds === atSeconds && one.text === asked.text && !others.has(one.id)) : undefined
}

/** All markers of the recording as they are to be, those of others untouched. */
export function corrected(there: Marker[], marks: Mark[]): MarkerRequest[] {
  const changed = new Map(marks.filter(isChanged).map((mark) => [mark.known?.id, mark]))
  return there.flatMap(({ id, atSeconds, text }) => {
    const mark = changed.get(id)
    if (mark?.removed) return []
    return [{ id, atSeconds, text: mark ? noteOf(mark.text) : text }]
  })
}

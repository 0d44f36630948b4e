import { noteOf, roundedSeconds } from '@/api/markers'

/** A moment marked while recording, as this device keeps it. */
export type Mark = {
  rec: string
  /** The marker's, here and at Kipu. */
  id: string
  atSeconds: number
  text: string
  /** What Kipu is known to have of it. */
  known: { text: string | null } | null
  /** It went out without an answer: Kipu may have it. */
  asked: boolean
  /** Taken back here; it is forgotten once Kipu has forgotten it. */
  removed: boolean
  /** Kipu takes no more of them. */
  refused: boolean
}

export const newMark = (rec: string, id: string, atSeconds: number, text: string): Mark => ({
  rec,
  id,
  atSeconds: roundedSeconds(atSeconds),
  text,
  known: null,
  asked: false,
  removed: false,
  refused: false,
})

/** Seconds of the recording that a mark waits for its note: until then what is sent would have to be changed again. */
const NOTE_SECONDS = 10

/** What has to go out by now: all that is settled, and with `at` null, when nothing more will be written, simply all. */
export const isDue = (mark: Mark, at: number | null, writing: string | null) =>
  mark.removed || at === null || (mark.id !== writing && at - mark.atSeconds >= NOTE_SECONDS)

/** Kipu has it otherwise than it stands here, or may have it so. */
export const isOwed = ({ known, asked, removed, refused, text }: Mark) =>
  removed ? known !== null || asked : !refused && (asked || known === null || known.text !== noteOf(text))

/** What Kipu never heard of needs no telling. */
export const isForgotten = ({ known, asked, removed }: Mark) => removed && !known && !asked

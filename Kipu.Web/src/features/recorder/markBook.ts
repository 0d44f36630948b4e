import { LONGEST_NOTE, MOST_MARKERS, noteOf } from '@/api/markers'
import { ApiError } from '@/api/problem'
import { untilDone } from '@/api/retry'
import type { MarkerContent } from '@/api/types'
import { isDue, isForgotten, isOwed, type Mark, newMark } from './marks'
import type { RecorderStore } from './store'

export type MarkSender = {
  put: (recordingId: string, id: string, marker: MarkerContent) => Promise<unknown>
  remove: (recordingId: string, id: string) => Promise<unknown>
}

export type MarkWatch = { onChange: () => void; onWaiting: (waiting: boolean) => void }

/** What Kipu takes no more of must not hold up the sound; who is signed out or suspended may be back. */
const isFinal = (error: unknown) => error instanceof ApiError && !error.isTransient && error.status !== 401 && error.status !== 403

/** The marks of one recording: shown at once, kept on this device, and brought to Kipu under ids that stay theirs. */
export class MarkBook {
  private marks: Mark[] = []
  private shown: Mark[] = []
  private saving: Promise<void> = Promise.resolve()
  private running: Promise<void> | null = null
  private again = false
  private at: number | null = 0
  /** Whose note is being written: what is half written isn't sent. */
  private writing: string | null = null

  private constructor(
    private readonly store: RecorderStore,
    private readonly recordingId: string,
    private readonly sender: MarkSender,
    private readonly watch: MarkWatch,
    private readonly signal: AbortSignal,
  ) {}

  static async open(store: RecorderStore, recordingId: string, sender: MarkSender, watch: MarkWatch, signal: AbortSignal) {
    const book = new MarkBook(store, recordingId, sender, watch, signal)
    book.show(await store.marks(recordingId))
    return book
  }

  /** Those that stand, in their order. */
  get list() {
    return this.shown
  }

  /** Resolves once the disk has all of it. */
  get saved() {
    return this.saving
  }

  /** Marks a moment. Twice the same moment is one mark; null when there is no room for another. */
  add(atSeconds: number, text = ''): Mark | null {
    const mark = newMark(this.recordingId, crypto.randomUUID(), atSeconds, text)
    const same = this.shown.find((one) => one.atSeconds === mark.atSeconds)
    if (same) return same
    if (this.shown.length >= MOST_MARKERS) return null
    this.put([...this.marks, mark].sort((a, b) => a.atSeconds - b.atSeconds))
    return mark
  }

  write(id: string, text: string) {
    this.change(id, { text: text.slice(0, LONGEST_NOTE) })
  }

  remove(id: string) {
    this.change(id, { removed: true })
  }

  focus(id: string | null) {
    this.writing = id
  }

  /** Sends what is settled at this time of the recording; with null, everything. One run at a time. */
  push(at: number | null): Promise<void> {
    this.at = at
    this.again = true
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  async finish() {
    this.writing = null
    await this.push(null)
    await this.saved
  }

  private async run() {
    while (this.again) {
      this.again = false
      const due = this.marks.filter((mark) => isDue(mark, this.at, this.writing) && isOwed(mark))
      for (const { id } of due) await untilDone(() => this.send(id), this.signal, this.watch.onWaiting)
    }
  }

  private async send(id: string) {
    const mark = this.find(id)
    if (!mark || !isOwed(mark)) return
    if (mark.removed) {
      try {
        await this.sender.remove(this.recordingId, id)
      } catch (error) {
        if (!isFinal(error)) throw error
      }
      this.change(id, { asked: false, known: null })
      return
    }
    const text = noteOf(mark.text)
    // On the disk before it goes out: after a reload it is known that Kipu may have it.
    this.change(id, { asked: true })
    await this.saved
    try {
      await this.sender.put(this.recordingId, id, { atSeconds: mark.atSeconds, text })
      this.change(id, { asked: false, known: { text } })
    } catch (error) {
      if (!isFinal(error)) throw error
      this.change(id, { asked: false, refused: true })
    }
  }

  private find = (id: string) => this.marks.find((mark) => mark.id === id)

  private change(id: string, change: Partial<Mark>) {
    const mark = this.find(id)
    if (!mark) return
    const changed = { ...mark, ...change }
    this.put(isForgotten(changed) ? this.marks.filter((one) => one !== mark) : this.marks.map((one) => (one === mark ? changed : one)))
  }

  /** In order. A disk that is full is told by the sound, which needs it every second; a mark goes to Kipu all the same. */
  private put(marks: Mark[]) {
    this.show(marks)
    this.saving = this.saving.then(() => this.store.putMarks(this.recordingId, marks)).catch(() => {})
  }

  private show(marks: Mark[]) {
    this.marks = marks
    this.shown = marks.filter((mark) => !mark.removed)
    this.watch.onChange()
  }
}

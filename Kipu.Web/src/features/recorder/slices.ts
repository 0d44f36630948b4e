import type { RecorderStore } from './store'

export type SliceWatch = { onSaved: (ms: number) => void; onBroken: () => void }

/**
 * Brings a recording's sound to the disk in its order. A slice gets its number when it is written, so that none is missing
 * in between; what the disk refuses waits in memory and goes first at the next try.
 */
export class SliceWriter {
  private waiting: { blob: Blob; ms: number }[] = []
  private running: Promise<boolean> = Promise.resolve(true)

  constructor(
    private readonly store: RecorderStore,
    private readonly recordingId: string,
    private n: number,
    private readonly watch: SliceWatch,
  ) {}

  /** Milliseconds that are not on the disk yet. */
  get waitingMs() {
    return this.waiting.reduce((sum, { ms }) => sum + ms, 0)
  }

  add(blob: Blob, ms: number) {
    this.waiting.push({ blob, ms })
    return this.flush()
  }

  /** Resolves to whether all of it is on the disk now. */
  flush(): Promise<boolean> {
    this.running = this.running.then(() => this.run())
    return this.running
  }

  private async run() {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      const slice = { rec: this.recordingId, n: this.n, ...next }
      const write = () => this.store.addSlice(slice)
      try {
        await write().catch(write)
      } catch {
        this.watch.onBroken()
        return false
      }
      this.n++
      this.waiting.shift()
      this.watch.onSaved(slice.ms)
    }
    return true
  }
}

import type { Chunk } from '@/api/chunks'
import { sha256 } from '@/api/digest'
import { ApiError, isCode } from '@/api/problem'
import { untilDone } from '@/api/retry'
import { groupSlices } from './grouping'
import type { RecorderStore, StoredChunk } from './store'

export type Sender = {
  send: (chunk: Chunk, signal: AbortSignal) => Promise<unknown>
  finalize: (recordingId: string, body: { totalChunks: number; sha256: string; durationSeconds: number }) => Promise<unknown>
}

export type Watch = { onSent: (ms: number) => void; onWaiting: (waiting: boolean) => void }

/** Brings a recording from this device to Kipu: in order, as often as it takes, and each chunk always the same. */
export class ChunkUploader {
  private running: Promise<void> | null = null
  private again = false
  private flush = false

  constructor(
    private readonly store: RecorderStore,
    private readonly recordingId: string,
    private readonly mimeType: string,
    private readonly sender: Sender,
    private readonly watch: Watch,
    private readonly signal: AbortSignal,
  ) {}

  /** Sends what is ready; with `flush` also a last chunk that is shorter than the others. One run at a time. */
  push(flush = false): Promise<void> {
    this.flush ||= flush
    this.again = true
    this.running ??= this.run().finally(() => {
      this.running = null
    })
    return this.running
  }

  /** Sends the rest, has the server check that it has every byte, and only then forgets the local copy. */
  async finish() {
    await this.push(true)
    const chunks = await this.store.chunks(this.recordingId)
    const durationSeconds = chunks.reduce((sum, chunk) => sum + chunk.ms, 0) / 1000
    const sent = await Promise.all(chunks.map((chunk) => this.store.slices(this.recordingId, chunk.from, chunk.to)))
    const digest = await sha256(new Blob(sent.flat().map((slice) => slice.blob)))
    const body = { totalChunks: chunks.length, sha256: digest, durationSeconds }
    try {
      await this.finalize(body)
    } catch (error) {
      if (!isCode(error, 'missing_chunks') || !(error instanceof ApiError)) throw error
      await this.resend(chunks, error)
      await this.finalize(body)
    }
    await this.store.remove(this.recordingId)
  }

  private finalize(body: { totalChunks: number; sha256: string; durationSeconds: number }) {
    return untilDone(() => this.sender.finalize(this.recordingId, body), this.signal, this.watch.onWaiting)
  }

  /** The server names what it lacks; when it doesn't, everything is sent again: what it has, it confirms. */
  private async resend(chunks: StoredChunk[], error: ApiError) {
    const named = Array.isArray(error.facts.missing) ? new Set(error.facts.missing as number[]) : null
    for (const chunk of chunks) {
      if (!named || named.has(chunk.index)) await this.sendOne(chunk)
    }
  }

  private async run() {
    while (this.again) {
      this.again = false
      const chunks = await this.group()
      for (const chunk of chunks) {
        if (chunk.sent) continue
        await this.sendOne(chunk)
        await this.store.putChunk({ ...chunk, sent: true })
        this.watch.onSent(chunk.ms)
      }
    }
  }

  /** Fixes index, slices and digest of new chunks on the disk before the first try. */
  private async group(): Promise<StoredChunk[]> {
    const chunks = await this.store.chunks(this.recordingId)
    const flush = this.flush
    this.flush = false
    let startMs = chunks.reduce((sum, chunk) => sum + chunk.ms, 0)
    for (const group of groupSlices(await this.store.sliceNumbers(this.recordingId), chunks, flush)) {
      const slices = await this.store.slices(this.recordingId, group.from, group.to)
      const ms = slices.reduce((sum, slice) => sum + slice.ms, 0)
      const digest = await sha256(new Blob(slices.map((slice) => slice.blob)))
      const chunk = { rec: this.recordingId, ...group, startMs, ms, sha256: digest, sent: false }
      await this.store.putChunk(chunk)
      chunks.push(chunk)
      startMs += ms
    }
    return chunks
  }

  private async sendOne(chunk: StoredChunk) {
    const slices = await this.store.slices(this.recordingId, chunk.from, chunk.to)
    const body = new Blob(
      slices.map((slice) => slice.blob),
      { type: this.mimeType },
    )
    const { index, sha256: digest, startMs } = chunk
    const sent = { recordingId: this.recordingId, index, body, contentType: this.mimeType, sha256: digest, startMs }
    const send = () => untilDone(() => this.sender.send(sent, this.signal), this.signal, this.watch.onWaiting)
    try {
      await send()
    } catch (error) {
      // Damaged on its way: what is on the disk is whole, so it goes out once more.
      if (!isCode(error, 'digest_mismatch')) throw error
      await send()
    }
  }
}

import { finalize, sendChunk } from '@/api/chunks'
import { putMarker, removeMarker } from '@/api/markers'
import { MarkBook, type MarkWatch } from './markBook'
import type { Kept, RecorderStore } from './store'
import { ChunkUploader, type Watch } from './uploader'

export type Senders = { uploader: ChunkUploader; book: MarkBook }

/** What brings one recording to Kipu: its sound, and its marks. */
export const sendersOf = async (store: RecorderStore, kept: Kept, watch: Watch & MarkWatch, signal: AbortSignal): Promise<Senders> => ({
  uploader: new ChunkUploader(store, kept.id, kept.mimeType, { send: sendChunk, finalize }, watch, signal),
  book: await MarkBook.open(store, kept.id, { put: putMarker, remove: removeMarker }, watch, signal),
})

/** The marks before the recording is closed and the local copy with them forgotten, but after all of the sound. */
export async function sendAll({ uploader, book }: Senders) {
  await uploader.push(true)
  await book.finish()
  await uploader.finish()
}

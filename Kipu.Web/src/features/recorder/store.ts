import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Mark } from './marks'

/** A recording that isn't wholly in Kipu yet. */
export type Kept = {
  id: string
  userId: string
  title: string
  mimeType: string
  createdAt: string
  /** With the recording and not in a store of their own: that would be a new version, which waits for every other tab. */
  marks?: Mark[]
}
export type Slice = { rec: string; n: number; ms: number; blob: Blob }
export type StoredChunk = {
  rec: string
  index: number
  from: number
  to: number
  startMs: number
  ms: number
  sha256: string
  sent: boolean
}

interface Schema extends DBSchema {
  recordings: { key: string; value: Kept }
  slices: { key: [string, number]; value: Slice }
  chunks: { key: [string, number]; value: StoredChunk }
}

/** What the recorder keeps on this device until Kipu has it. */
export class RecorderStore {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(name = 'kipu-recorder') {
    return new RecorderStore(
      await openDB<Schema>(name, 1, {
        upgrade(db) {
          db.createObjectStore('recordings', { keyPath: 'id' })
          db.createObjectStore('slices', { keyPath: ['rec', 'n'] })
          db.createObjectStore('chunks', { keyPath: ['rec', 'index'] })
        },
      }),
    )
  }

  async add(recording: Kept) {
    await this.db.put('recordings', recording)
  }

  recording(id: string) {
    return this.db.get('recordings', id)
  }

  async all(userId: string) {
    return (await this.db.getAll('recordings')).filter((recording) => recording.userId === userId)
  }

  /** Resolves when the slice is on the disk, not merely in its cache: a crash right after loses nothing. */
  async addSlice(slice: Slice) {
    const transaction = this.db.transaction('slices', 'readwrite', { durability: 'strict' })
    await transaction.store.add(slice)
    await transaction.done
  }

  async sliceNumbers(rec: string) {
    return (await this.db.getAllKeys('slices', all(rec))).map(([, n]) => n)
  }

  slices(rec: string, from = 0, to = Number.POSITIVE_INFINITY) {
    return this.db.getAll('slices', IDBKeyRange.bound([rec, from], [rec, to], false, true))
  }

  chunks(rec: string) {
    return this.db.getAll('chunks', all(rec))
  }

  async putChunk(chunk: StoredChunk) {
    const transaction = this.db.transaction('chunks', 'readwrite', { durability: 'strict' })
    await transaction.store.put(chunk)
    await transaction.done
  }

  async marks(rec: string) {
    return (await this.recording(rec))?.marks ?? []
  }

  async putMarks(rec: string, marks: Mark[]) {
    const transaction = this.db.transaction('recordings', 'readwrite', { durability: 'strict' })
    const recording = await transaction.store.get(rec)
    if (recording) await transaction.store.put({ ...recording, marks })
    await transaction.done
  }

  /** The whole sound so far, in order. */
  async sound(rec: string, mimeType: string) {
    return new Blob(
      (await this.slices(rec)).map((slice) => slice.blob),
      { type: mimeType },
    )
  }

  async remove(rec: string) {
    const transaction = this.db.transaction(['recordings', 'slices', 'chunks'], 'readwrite')
    await Promise.all([
      transaction.objectStore('recordings').delete(rec),
      transaction.objectStore('slices').delete(all(rec)),
      transaction.objectStore('chunks').delete(all(rec)),
      transaction.done,
    ])
  }

  close() {
    this.db.close()
  }
}

const all = (rec: string) => IDBKeyRange.bound([rec, 0], [rec, Number.POSITIVE_INFINITY])

let opened: Promise<RecorderStore> | null = null

/** The one of this tab. A browser that refused it is asked again next time. */
export const localStore = () => {
  opened ??= RecorderStore.open().catch((error) => {
    opened = null
    throw error
  })
  return opened
}

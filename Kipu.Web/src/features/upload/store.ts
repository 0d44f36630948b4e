import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** An upload that Kipu has begun to take and doesn't have whole. */
export type KeptUpload = {
  recordingId: string
  userId: string
  name: string
  size: number
  lastModified: number
  contentType: string
  template?: string
  /** Null where the browser couldn't keep it: then it has to be picked again. */
  file: File | null
}

interface Schema extends DBSchema {
  uploads: { key: string; value: KeptUpload }
}

/** What this device keeps of uploads until Kipu has them. */
export class UploadStore {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(name = 'kipu-uploads') {
    return new UploadStore(
      await openDB<Schema>(name, 1, {
        upgrade(db) {
          db.createObjectStore('uploads', { keyPath: 'recordingId' })
        },
      }),
    )
  }

  async add(upload: KeptUpload) {
    const transaction = this.db.transaction('uploads', 'readwrite', { durability: 'strict' })
    await transaction.store.put(upload)
    await transaction.done
  }

  /** A browser copies the file, which may take a while or find no room: what `add` kept stays without it. */
  async addFile(recordingId: string, file: File) {
    const transaction = this.db.transaction('uploads', 'readwrite')
    const upload = await transaction.store.get(recordingId)
    if (upload) await transaction.store.put({ ...upload, file })
    await transaction.done
  }

  async all(userId: string) {
    return (await this.db.getAll('uploads')).filter((upload) => upload.userId === userId)
  }

  async remove(recordingId: string) {
    await this.db.delete('uploads', recordingId)
  }

  close() {
    this.db.close()
  }
}

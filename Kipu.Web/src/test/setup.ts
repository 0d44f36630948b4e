import 'fake-indexeddb/auto'
import { Blob } from 'node:buffer'
import { afterEach } from 'vitest'

// happy-dom's Blob is lost in a structured clone, and with it in IndexedDB; Node's is kept, as a browser's.
Object.assign(globalThis, { Blob })

afterEach(() => {
  localStorage.clear()
})

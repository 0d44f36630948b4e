import { File as KeptFile } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '@/api/types'

/** A server as Storage is, and the locks of all tabs: both outlive a reload. */
const world = vi.hoisted(() => ({
  created: [] as string[],
  chunks: new Map<string, string[]>(),
  finalized: [] as string[],
  refuse: () => Promise.resolve(),
  locks: new Set<string>(),
}))

vi.mock('@/api/chunks', () => ({
  createRecording: async ({ title }: { title: string }) => {
    const id = `${title}-${world.created.length + 1}`
    world.created.push(id)
    return { id }
  },
  receivedChunks: async (id: string) => {
    const count = world.chunks.get(id)?.length
    if (count === undefined) throw new (await import('@/api/problem')).ApiError('not_found', 404)
    return { received: [[0, count - 1]] }
  },
  sendChunk: async ({ recordingId, body }: { recordingId: string; body: Blob }) => {
    await world.refuse()
    world.chunks.set(recordingId, [...(world.chunks.get(recordingId) ?? []), `${body.size}`])
  },
  finalize: async (id: string) => {
    await world.refuse()
    world.finalized.push(id)
  },
}))

const abandoned = vi.hoisted(() => [] as string[])
vi.mock('./api', () => ({ abandon: async (id: string) => abandoned.push(id) }))

/** From now on the server gives no answer. */
function fallSilent() {
  const asked = vi.fn(() => new Promise<void>(() => {}))
  world.refuse = asked
  return () => vi.waitFor(() => expect(asked).toHaveBeenCalled())
}
const locks = {
  request: async (name: string, _: object, work: (lock: object | null) => Promise<unknown>) => {
    if (world.locks.has(name)) return work(null)
    world.locks.add(name)
    try {
      return await work({ name })
    } finally {
      world.locks.delete(name)
    }
  },
  query: async () => ({ held: [...world.locks].map((name) => ({ name })) }),
}

const sessionOf = (userId: string) =>
  ({ user: { id: userId }, organization: { id: `${userId}-org` }, accessToken: userId }) as unknown as Session
const fileOf = (content: string, name = 'acta.mp3') => new File([content], name, { type: 'audio/mpeg', lastModified: 1 })

/** The console as it is after a load: what it knew is gone, the disk is not, nor are the locks of other tabs. */
async function load(userId = 'ana') {
  vi.resetModules()
  const session = await import('@/session/session')
  const uploads = await import('./uploads')
  session.signedIn(sessionOf(userId))
  const states = () => uploads.currentUploads().map(({ name, state }) => `${name} ${state}`)
  return {
    ...session,
    ...uploads,
    states,
    one: () => uploads.currentUploads()[0] ?? expect.fail('There is no upload.'),
    becomes: (...expected: string[]) => vi.waitFor(() => expect(states()).toEqual(expected)),
  }
}

/** Begins an upload that gets no answer, and closes its tab. */
async function interrupted(file = fileOf('sound')) {
  const page = await load()
  const asked = fallSilent()
  page.addUploads([file], null)
  await asked()
  world.locks.clear()
  world.refuse = () => Promise.resolve()
}

async function kept(userId = 'ana') {
  const store = await (await import('./store')).UploadStore.open()
  const all = await store.all(userId)
  store.close()
  return all
}

beforeEach(async () => {
  const store = await (await import('./store')).UploadStore.open()
  for (const { recordingId } of [...(await store.all('ana')), ...(await store.all('beto'))]) await store.remove(recordingId)
  store.close()
  Object.assign(world, { created: [], chunks: new Map(), finalized: [], refuse: () => Promise.resolve(), locks: new Set() })
  abandoned.length = 0
  vi.stubGlobal('navigator', { ...navigator, locks })
})

afterEach(() => vi.unstubAllGlobals())

describe('an upload', () => {
  it('that a reload interrupted goes on with the same file, as the same recording, and is then forgotten', async () => {
    await interrupted()
    const page = await load()
    await page.showInterrupted()
    expect(page.states()).toEqual(['acta.mp3 interrupted'])

    page.resumeWith(page.one().key, fileOf('sound'))
    await page.becomes('acta.mp3 done')
    expect(world.created).toHaveLength(1)
    expect(world.finalized).toEqual(world.created)
    expect(await kept()).toEqual([])
  })

  it('goes on with the file that the browser kept, without asking for it', async () => {
    await interrupted(new KeptFile(['sound'], 'acta.mp3', { type: 'audio/mpeg', lastModified: 1 }) as unknown as File)
    await vi.waitFor(async () => expect((await kept())[0]?.file).not.toBeNull())
    const page = await load()
    await page.showInterrupted()
    expect(await page.resumeUpload(page.one().key)).toBe(true)
    await page.becomes('acta.mp3 done')
    expect(world.created).toHaveLength(1)
  })

  it('whose file the browser could not keep asks for it', async () => {
    await interrupted(Object.assign(fileOf('sound'), { lost: () => {} }))
    const page = await load()
    await page.showInterrupted()
    expect(await page.resumeUpload(page.one().key)).toBe(false)
    expect(page.states()).toEqual(['acta.mp3 interrupted'])
  })

  it('sends only what the server does not have yet', async () => {
    await interrupted()
    world.chunks.set('acta-1', ['5'])
    const page = await load()
    await page.showInterrupted()
    page.resumeWith(page.one().key, fileOf('sound'))
    await page.becomes('acta.mp3 done')
    expect(world.chunks.get('acta-1')).toEqual(['5'])
  })

  it('takes no other file for the one that was interrupted, and says so', async () => {
    await interrupted()
    const page = await load()
    await page.showInterrupted()
    page.resumeWith(page.one().key, fileOf('other sound'))
    expect(page.one()).toMatchObject({ state: 'interrupted', error: { code: 'other_file' } })
    expect(world.chunks.size).toBe(0)
  })

  it('goes on when its file is picked again as if it were new, instead of making a second recording', async () => {
    await interrupted()
    const page = await load()
    await page.showInterrupted()
    page.addUploads([fileOf('sound')], null)
    await page.becomes('acta.mp3 done')
    expect(world.created).toHaveLength(1)
  })

  it('that another tab is at is not shown, and not gone on with', async () => {
    await interrupted()
    const page = await load()
    await page.showInterrupted()
    world.locks.add('kipu.upload:acta-1')
    page.resumeWith(page.one().key, fileOf('sound'))
    await vi.waitFor(() => expect(page.one()).toMatchObject({ state: 'interrupted', error: { code: 'upload_elsewhere' } }))

    const other = await load()
    await other.showInterrupted()
    expect(other.states()).toEqual([])
  })

  it('that is discarded is taken back here and at Kipu', async () => {
    await interrupted()
    const page = await load()
    await page.showInterrupted()
    await page.discardUpload(page.one().key)
    expect(page.states()).toEqual([])
    expect(abandoned).toEqual(['acta-1'])
    expect(await kept()).toEqual([])
  })

  it('whose file can not be read says so, and the next one goes on', async () => {
    const page = await load()
    const gone = fileOf('gone', 'gone.mp3')
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) as unknown as Blob
    page.addUploads([gone, fileOf('sound')], null)
    await page.becomes('acta.mp3 done', 'gone.mp3 failed')
    expect(page.currentUploads().at(-1)?.error).toMatchObject({ code: 'file_unreadable' })
    expect(await page.resumeUpload(page.currentUploads().at(-1)?.key ?? 0)).toBe(false)
  })

  it('goes on also where the browser keeps nothing', async () => {
    vi.stubGlobal('indexedDB', { open: () => expect.fail('not allowed') })
    const page = await load()
    page.addUploads([fileOf('sound')], null)
    await page.becomes('acta.mp3 done')
  })
})

describe('another person in the same tab', () => {
  it('sees no upload of the one before, whose own waits until they are back', async () => {
    const page = await load()
    const asked = fallSilent()
    page.addUploads([fileOf('sound')], null)
    await asked()

    page.signedIn(sessionOf('beto'))
    await page.showInterrupted()
    expect(page.states()).toEqual([])
    expect(world.chunks.size).toBe(0)

    world.locks.clear()
    page.signedIn(sessionOf('ana'))
    await page.showInterrupted()
    expect(page.states()).toEqual(['acta.mp3 interrupted'])
  })
})

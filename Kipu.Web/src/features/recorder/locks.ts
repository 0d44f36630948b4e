const PREFIX = 'kipu.rec:'

/** Those of this tab. */
const own = new Set<string>()

export type Release = () => Promise<void>

/**
 * A recording belongs to one tab, and in it to one piece of work at a time. Resolves with what gives it back, or with null
 * when somebody else has it. Without the Locks API (no secure context) there is no recording either.
 */
export function takeLock(id: string) {
  return new Promise<Release | null>((resolve, reject) => {
    const held = navigator.locks.request(PREFIX + id, { ifAvailable: true }, (lock) => {
      if (!lock) return resolve(null)
      own.add(id)
      return new Promise<void>((free) =>
        resolve(async () => {
          own.delete(id)
          free()
          await held
        }),
      )
    })
    held.catch(reject)
  })
}

/** The recordings that other tabs have in hand. */
export async function heldElsewhere(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query()
  const ids = held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []))
  return new Set(ids.filter((id) => !own.has(id)))
}

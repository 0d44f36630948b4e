type Work = (lock: object | null) => unknown

/** The browser's locks; `held` are those that all its tabs have by now. */
export function fakeLocks() {
  const held = new Set<string>()
  const request = async (name: string, options: object | Work, last?: Work) => {
    const work = last ?? (options as Work)
    if (held.has(name)) return work(null)
    held.add(name)
    try {
      return await work({ name })
    } finally {
      held.delete(name)
    }
  }
  const query = async () => ({ held: [...held].map((name) => ({ name })) })
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request, query } })
  return held
}

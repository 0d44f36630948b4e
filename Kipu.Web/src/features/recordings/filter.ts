/** What the list shows; it lives in the URL, so that a link or a step back brings it again. */
export type Filter = {
  q?: string
  show?: 'ready' | 'processing' | 'failed'
  /** Puts the focus into the search field. */
  find?: boolean
}

const SHOWN = ['ready', 'processing', 'failed'] as const

export function parseFilter(search: Record<string, unknown>): Filter {
  const filter: Filter = {}
  // The router reads "?q=7" as a number; the words sought stay words.
  if (typeof search.q === 'string' || typeof search.q === 'number') filter.q = String(search.q)
  const show = SHOWN.find((one) => one === search.show)
  if (show) filter.show = show
  if (search.find === true) filter.find = true
  return filter
}

/** From two letters on it is a search. */
export const wordsOf = (filter: Filter) => {
  const words = filter.q?.trim() ?? ''
  return words.length >= 2 ? words : null
}

/** Seconds of sound in one chunk: 12 requests and about 0.26 MB a minute. */
export const SLICES_A_CHUNK = 5

export type Group = { index: number; from: number; to: number }

/**
 * Which slices the next chunks hold. A chunk once made keeps its index and its slices for ever, so that sending it
 * again is the same request; with `flush` the last one may be shorter.
 */
export function groupSlices(slices: number, grouped: Pick<Group, 'to'>[], flush: boolean): Group[] {
  const groups: Group[] = []
  let from = grouped.at(-1)?.to ?? 0
  let index = grouped.length
  while (slices - from >= SLICES_A_CHUNK || (flush && slices > from)) {
    const to = Math.min(slices, from + SLICES_A_CHUNK)
    groups.push({ index, from, to })
    from = to
    index++
  }
  return groups
}

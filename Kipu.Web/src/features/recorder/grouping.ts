/** Seconds of sound in one chunk: 12 requests and about 0.26 MB a minute. */
export const SLICES_A_CHUNK = 5

export type Group = { index: number; from: number; to: number }

/**
 * Which slices the next chunks hold, by the numbers of those that there are. A chunk once made keeps its index and its
 * slices for ever, so that sending it again is the same request; with `flush` the last one may be shorter.
 */
export function groupSlices(numbers: number[], grouped: Pick<Group, 'to'>[], flush: boolean): Group[] {
  const groups: Group[] = []
  const after = grouped.at(-1)?.to ?? 0
  const left = numbers.filter((n) => n >= after)
  while (left.length >= SLICES_A_CHUNK || (flush && left.length > 0)) {
    const [from = 0, ...rest] = left.splice(0, SLICES_A_CHUNK)
    groups.push({ index: grouped.length + groups.length, from, to: (rest.at(-1) ?? from) + 1 })
  }
  return groups
}

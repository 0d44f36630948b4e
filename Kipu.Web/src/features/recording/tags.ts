/** As the API has it: a tag's letters, and a recording's tags. */
export const LONGEST_TAG = 40
export const MOST_TAGS = 20

const keyOf = (tag: string) => tag.normalize('NFC').toLowerCase()

/** With what was typed, which may be several by commas; one that is there already, whatever its case, isn't added again. */
export function withTags(tags: string[], text: string): string[] {
  const all = [...tags]
  for (const tag of text.split(',').map((one) => one.trim().slice(0, LONGEST_TAG))) {
    if (tag && all.length < MOST_TAGS && !all.some((one) => keyOf(one) === keyOf(tag))) all.push(tag)
  }
  return all
}

/** Each tag once, in the way it is written most recently; those of most recordings first. */
export function byUse(recordings: { tags: string[] }[]): string[] {
  const uses = new Map<string, { tag: string; count: number }>()
  for (const tag of recordings.flatMap((recording) => recording.tags)) {
    const known = uses.get(keyOf(tag))
    if (known) known.count++
    else uses.set(keyOf(tag), { tag, count: 1 })
  }
  return [...uses.values()].sort((a, b) => b.count - a.count).map(({ tag }) => tag)
}

/** Those that could be added: not there yet, and with what is typed somewhere in them. */
export const suggested = (known: string[], tags: string[], typed: string): string[] =>
  known.filter((tag) => keyOf(tag).includes(keyOf(typed.trim())) && !tags.some((one) => keyOf(one) === keyOf(tag)))

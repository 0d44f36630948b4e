const KINDS = ['master', 'playback', 'waveform', 'chunks', 'reserved'] as const
export type StoredKind = (typeof KINDS)[number] | 'other'

/** What takes room, the largest first, with its share of the largest. Kinds that this console has no word for count together. */
export function partsOf(byKind: Record<string, number>): { kind: StoredKind; size: number; share: number }[] {
  const sizes = new Map<StoredKind, number>()
  for (const [name, size] of Object.entries(byKind)) {
    const kind = KINDS.find((one) => one === name) ?? 'other'
    sizes.set(kind, (sizes.get(kind) ?? 0) + size)
  }
  const parts = [...sizes].filter(([, size]) => size > 0).sort(([, a], [, b]) => b - a)
  const largest = parts[0]?.[1] ?? 0
  return parts.map(([kind, size]) => ({ kind, size, share: size / largest }))
}

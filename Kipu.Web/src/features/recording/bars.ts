/** The loudest peak of each bar, 0 to 1, scaled so that a quiet recording is still legible. */
export function barHeights(peaks: number[], bars: number): number[] {
  if (bars <= 0 || peaks.length === 0) return []
  const loudest = Math.max(
    24,
    peaks.reduce((most, peak) => Math.max(most, peak), 0),
  )
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / bars)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / bars))
    let most = 0
    for (let index = from; index < to; index++) most = Math.max(most, peaks[index] ?? 0)
    return most / loudest
  })
}

export const LONGEST_KEPT = 3650

/** The days that were typed; null when that is no number of days that can be kept. */
export function daysIn(text: string): number | null {
  const days = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0
  return days >= 1 && days <= LONGEST_KEPT ? days : null
}

/** Whether recordings end that would have stayed: null keeps them until somebody deletes them. */
export const endsSooner = (kept: number | null, wanted: number | null) => wanted !== null && (kept === null || wanted < kept)

/** What was recorded before this is too old. */
export const cutoff = (days: number, now = Date.now()) => new Date(now - days * 86_400_000).toISOString()

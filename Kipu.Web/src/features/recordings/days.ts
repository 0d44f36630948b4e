import type { RecordingSummary } from '@/api/types'
import { type DayGroup, dayGroup } from '@/i18n/format'
import type { Language } from '@/i18n/language'

export type Day = DayGroup & { items: RecordingSummary[] }

/** Groups a list that is already newest first. */
export function byDay(language: Language, recordings: RecordingSummary[], now = new Date()): Day[] {
  const days: Day[] = []
  for (const recording of recordings) {
    const group = dayGroup(language, new Date(recording.createdAt), now)
    const last = days.at(-1)
    if (last?.key === group.key) last.items.push(recording)
    else days.push({ ...group, items: [recording] })
  }
  return days
}

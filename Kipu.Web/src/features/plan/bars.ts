import type { UsageDay } from '@/api/types'

export const MEASURES = ['audioSeconds', 'recordings', 'bytes', 'voiceSeconds', 'aiTokens', 'aiCostMicros'] as const
export type Measure = (typeof MEASURES)[number]

/** Each day's value, and its share of the largest one. */
export function barsOf(days: UsageDay[], measure: Measure) {
  const largest = Math.max(...days.map((day) => day[measure]), 0)
  return days.map((day) => ({ day: day.day, value: day[measure], share: largest > 0 ? day[measure] / largest : 0 }))
}

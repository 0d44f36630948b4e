import { expect, it } from 'vitest'
import type { UsageDay } from '@/api/types'
import { barsOf } from './bars'

const day = (date: string, audioSeconds: number): UsageDay => ({
  day: date,
  audioSeconds,
  recordings: 0,
  bytes: 0,
  voiceSeconds: 0,
  aiTokens: 0,
  aiCostMicros: 0,
})

it('the day with the most fills the height, and the others their share of it', () => {
  const bars = barsOf([day('2026-11-01', 30), day('2026-11-02', 0), day('2026-11-03', 120)], 'audioSeconds')
  expect(bars.map(({ day, value, share }) => [day, value, share])).toEqual([
    ['2026-11-01', 30, 0.25],
    ['2026-11-02', 0, 0],
    ['2026-11-03', 120, 1],
  ])
})

it('days without any use have no height', () => {
  expect(barsOf([day('2026-11-01', 0)], 'audioSeconds')[0]?.share).toBe(0)
})

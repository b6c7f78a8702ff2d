import { monthNamed, monthNumber } from '../core/months.ts'

/** Periods by their names: what each means moves on with the calendar. */
export const presets = ['12-months', 'quarter', 'year', 'fiscal', 'last-fiscal'] as const
export type Preset = (typeof presets)[number]

/** Months, `YYYY-MM`, both included. */
export interface Months {
  readonly from: string
  readonly to: string
}

/** Ontario’s fiscal year begins in April. */
const april = 3

/** The months that a preset means today. A year that is not over ends with this month. */
export function monthsOf(preset: Preset, today: string): Months {
  const now = monthNumber(today.slice(0, 7))
  const fiscal = now - (((((now % 12) - april) % 12) + 12) % 12)
  const spans: Record<Preset, readonly [number, number]> = {
    '12-months': [now - 11, now],
    quarter: [now - 3, now - 1],
    year: [now - (now % 12), now],
    fiscal: [fiscal, now],
    'last-fiscal': [fiscal - 12, fiscal - 1],
  }
  const [from, to] = spans[preset]
  return { from: monthNamed(from), to: monthNamed(to) }
}

/** Months to choose from, the latest first. */
export function recentMonths(today: string, count: number): string[] {
  const now = monthNumber(today.slice(0, 7))
  return Array.from({ length: count }, (_, back) => monthNamed(now - back))
}

import { monthsOf } from '../insights/read.ts'
import { monthsOf as monthsOfPreset } from './presets.ts'
import type { PeriodChoice, TakenExtract } from './schema.ts'

/**
 * The months that a chosen period means today.
 * @param within where in the request it was, for the faults.
 * @throws InvalidInput when it ends before it begins, or spans more than three years.
 */
export function resolved(period: PeriodChoice, today: string, within: string): TakenExtract['period'] {
  if (period.kind === 'preset') return monthsOfPreset(period.preset, today)
  const { from, to } = period
  monthsOf({ from, to }, today, within)
  return { from, to }
}

import { type InstrumentId, instruments } from '../outcomes/instruments/index.ts'
import { pairedChange } from '../outcomes/paired.ts'
import { milestones } from '../referrals/milestones.ts'
import { plus } from './fold.ts'
import type { CohortMonth, Histogram } from './schema.ts'

/** The phases that are compared with the baseline. */
const followUpPhases = ['3-months', '6-months', '12-months', 'exit'] as const

/** Months (or centres) added up, histogram by histogram. */
export function total(months: readonly CohortMonth[]): Omit<CohortMonth, 'id' | 'version'> {
  const sum = (of: (month: CohortMonth) => Histogram) => months.map(of).reduce(added, {})
  const names = [...new Set(months.flatMap(({ pairs }) => Object.keys(pairs)))]
  return {
    milestones: sum(({ milestones }) => milestones),
    daysToContact: sum(({ daysToContact }) => daysToContact),
    daysToPrescription: sum(({ daysToPrescription }) => daysToPrescription),
    closings: sum(({ closings }) => closings),
    recorded: sum(({ recorded }) => recorded),
    scored: sum(({ scored }) => scored),
    pairs: Object.fromEntries(names.map((name) => [name, sum(({ pairs }) => pairs[name] ?? {})])),
  }
}

/** How many referrals passed each milestone, in the order of the loop. */
export function funnel({ milestones: counted }: { readonly milestones: Histogram }) {
  return milestones.map((milestone) => ({ milestone, n: counted[milestone] ?? 0 }))
}

/** How long referrals waited, in whole days: how many did, the median, and the day by which nine in ten were through. */
export function waits(histogram: Histogram) {
  const n = Object.values(histogram).reduce((sum, count) => sum + count, 0)
  return { n, medianDays: quantile(histogram, n, 0.5), ninetiethDays: quantile(histogram, n, 0.9) }
}

/**
 * Change of an instrument's score from the baseline to each later phase. Only people with both are compared; `missing`
 * says how many have a baseline and not (yet) that follow-up.
 */
export function changes(figures: Pick<CohortMonth, 'scored' | 'pairs'>, instrument: InstrumentId) {
  const withBaseline = figures.scored[`${instrument}:baseline`] ?? 0
  return followUpPhases.map((phase) => {
    const { n, ...statistics } = pairedChange(figures.pairs[`${instrument}:${phase}`] ?? {}, instruments[instrument])
    return { instrument, phase, withBaseline, paired: n, missing: Math.max(0, withBaseline - n), ...statistics }
  })
}

function added(a: Histogram, b: Histogram): Histogram {
  return Object.entries(b).reduce((sum, [value, count]) => plus(sum, value, count), a)
}

/** The smallest day by which the share `q` of `n` was through; null when nobody was. */
function quantile(histogram: Histogram, n: number, q: number): number | null {
  let passed = 0
  for (const [days, count] of Object.entries(histogram).toSorted(([a], [b]) => Number(a) - Number(b))) {
    passed += count
    if (passed >= q * n) return Number(days)
  }
  return null
}

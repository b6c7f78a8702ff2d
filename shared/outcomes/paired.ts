import { type Change, compareScores, type Scale } from './score.ts'
import { criticalT } from './student-t.ts'
import { signedRankP } from './wilcoxon.ts'

/** How many people have each pair of scores; the key is `baseline:followUp` (`"7:5"`). Adds up across centres. */
export type JointHistogram = Readonly<Record<string, number>>

/** What happened to one score between two phases, among the people who have both. */
export interface PairedChange {
  /** People with both scores. */
  readonly n: number
  /** The three means and the interval are in points of the score, null with nobody. */
  readonly meanBaseline: number | null
  readonly meanFollowUp: number | null
  /** Follow-up less baseline: negative is a fall, whichever way is better. */
  readonly meanChange: number | null
  /** 95 % confidence interval of the mean change, by Student's t with n - 1 degrees of freedom; null with n < 2. */
  readonly interval: readonly [low: number, high: number] | null
  /** People, by how the change is judged on the scale. */
  readonly counts: Readonly<Record<Change, number>>
  /** The same as shares of n, 0 to 1; null with nobody. */
  readonly shares: Readonly<Record<Change, number>> | null
  /** Two-sided p of Wilcoxon's signed-rank test; null with n < 10. */
  readonly wilcoxonP: number | null
}

/**
 * Paired statistics of one measure between two phases, from the joint histogram alone: every score is from a short
 * list, so the histogram holds all that the people's own rows would say.
 * @throws RangeError for a key that is not two numbers, or a count that is not a whole number of people.
 */
export function pairedChange(histogram: JointHistogram, scale: Scale): PairedChange {
  const cells = Object.entries(histogram).map(readCell)
  const n = total(cells, () => 1)
  const counts = { improved: 0, same: 0, worse: 0 }
  for (const { before, after, count } of cells) counts[compareScores(scale, before, after)] += count
  const nothing = { n, meanBaseline: null, meanFollowUp: null, meanChange: null, interval: null, counts }
  if (n === 0) return { ...nothing, shares: null, wilcoxonP: null }
  const meanChange = total(cells, changeOf) / n
  return {
    n,
    meanBaseline: total(cells, ({ before }) => before) / n,
    meanFollowUp: total(cells, ({ after }) => after) / n,
    meanChange,
    interval: n < 2 ? null : interval(cells, n, meanChange),
    counts,
    shares: { improved: counts.improved / n, same: counts.same / n, worse: counts.worse / n },
    wilcoxonP: n < 10 ? null : signedRankP(cells.map((cell) => [changeOf(cell), cell.count] as const)),
  }
}

interface Cell {
  readonly before: number
  readonly after: number
  readonly count: number
}

function readCell([key, count]: [string, number]): Cell {
  const [before, after, ...rest] = key.split(':').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const isCount = Number.isInteger(count) && count >= 0
  if (before === undefined || after === undefined || rest.length > 0 || Number.isNaN(before + after) || !isCount) {
    throw new RangeError(`A cell of a joint histogram is 'baseline:followUp' with a count of people, not '${key}'.`)
  }
  return { before, after, count }
}

function interval(cells: readonly Cell[], n: number, mean: number): [low: number, high: number] {
  const squares = total(cells, (cell) => (changeOf(cell) - mean) ** 2)
  const margin = criticalT(0.95, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return [mean - margin, mean + margin]
}

/** To a millionth of a point, so that differences of decimals that are equal also compare as equal. */
function changeOf({ before, after }: Cell): number {
  return Math.round((after - before) * 1e6) / 1e6
}

function total(cells: readonly Cell[], value: (cell: Cell) => number): number {
  return cells.reduce((sum, cell) => sum + value(cell) * cell.count, 0)
}

import type { Answer } from '../../api/index.ts'

type Insights = Answer<'readInsights'>

export const definitions = ['funnel', 'waits', 'closings', 'loneliness'] as const
export type Definition = (typeof definitions)[number]

/** Why a number is not shown: it is small; another could be worked out from it; it was measured on too few people. */
export type Hidden = 'small' | 'beside' | 'few'
/** A number, why it is hidden, or null where there is nothing to count it of. */
export type Value = number | Hidden | null

/** One line of an extract. Its words are said where it is shown. */
export interface Figure {
  readonly definition: Definition
  /** Of the data dictionary. */
  readonly id: string
  /** What is counted apart: a way of closing, a phase. */
  readonly part?: string
  readonly statistic: string
  readonly value: Value
  readonly n: Value
  readonly missing: Value
}

/** The figures of a period, line by line, for use inside the centre that they are of. */
export function figuresOf({ funnel, waits, closings, loneliness }: Insights): Figure[] {
  const referred = funnel[0]?.n ?? 0
  const closed = Object.values(closings).reduce((sum, count) => sum + count, 0)
  return [
    ...funnel.map(({ milestone, n }) => line('funnel', milestone, 'count', n, referred, 0)),
    ...waitLines('days-to-contact', waits.contact, referred),
    ...waitLines('days-to-prescription', waits.prescription, referred),
    ...Object.entries(closings)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([part, count]) => ({ ...line('closings', 'closings', 'count', count, closed, referred - closed), part })),
    ...loneliness.flatMap(changeLines),
  ]
}

function waitLines(
  id: string,
  { n, medianDays, ninetiethDays }: Insights['waits']['contact'],
  referred: number,
): Figure[] {
  const missing = Math.max(0, referred - n)
  return [
    line('waits', id, 'median-days', medianDays, n, missing),
    line('waits', id, 'ninetieth-days', ninetiethDays, n, missing),
  ]
}

function changeLines(change: Insights['loneliness'][number]): Figure[] {
  const { phase, paired, missing, counts, meanBaseline, meanFollowUp, meanChange, interval, wilcoxonP } = change
  const head = { ...line('loneliness', 'loneliness-change', 'count', paired, paired, missing), part: phase }
  if (paired === 0) return [head]
  const values: [string, Value][] = [
    ['mean-baseline', meanBaseline],
    ['mean-follow-up', meanFollowUp],
    ['mean-change', meanChange],
    ['interval-low', interval?.[0] ?? null],
    ['interval-high', interval?.[1] ?? null],
    ['improved', counts.improved],
    ['same', counts.same],
    ['worse', counts.worse],
    ['wilcoxon-p', wilcoxonP],
  ]
  return [head, ...values.map(([statistic, value]) => ({ ...head, statistic, value: rounded(value) }))]
}

function line(definition: Definition, id: string, statistic: string, value: Value, n: number, missing: number): Figure {
  return { definition, id, statistic, value, n, missing }
}

/** Three decimals: more would look more exact than it is. */
function rounded(value: Value): Value {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}

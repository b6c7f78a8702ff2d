import { type Audience, type Line, statistics } from './lines.ts'
import type { Sum } from './possible.ts'
import type { Insights } from './read.ts'
import { type Count, fewestForMean, suppress } from './suppress.ts'

/**
 * The figures of a period line by line. Outside the centre small counts are hidden, with what would give them away by
 * these sums: each step of the funnel and those it lost on the way to any later one; who waited and who did not get so
 * far; ways of closing and all closed, completed ones and all completed, closed and open; people with both answers and
 * those without the second; improved, same and worse. What was measured on fewer than ten people is hidden too. Pure.
 */
export function linesOf(insights: Insights, audience: Audience): Line[] {
  const { counts, sums, untold, drafts } = together([
    funnelOf(insights),
    closingsOf(insights),
    ...insights.loneliness.map(changeOf),
  ])
  const shown: ReadonlyMap<string, Count> = audience === 'inside' ? counts : suppress(counts, sums, untold)
  const count = (name: string) => shown.get(name) ?? 0
  return drafts.map(({ value, n, missing, ...draft }) => {
    const isFew = audience === 'outside' && (counts.get(n) ?? 0) < fewestForMean
    const measured = (number: number | null) => (number === null ? null : isFew ? 'few' : rounded(number))
    return {
      ...draft,
      value: typeof value === 'string' ? count(value) : measured(value.measured),
      n: count(n),
      missing: count(missing),
    }
  })
}

/** A line with names of counts where their numbers will stand. */
interface Draft extends Pick<Line, 'group' | 'figure' | 'part' | 'statistic'> {
  readonly value: string | { readonly measured: number | null }
  readonly n: string
  readonly missing: string
}

interface Part {
  readonly counts: ReadonlyMap<string, number>
  readonly sums: readonly Sum[]
  /** Counts that stand in no line, and are nobody's to work out. */
  readonly untold: ReadonlySet<string>
  readonly drafts: readonly Draft[]
}

function together(parts: readonly Part[]): Part {
  return {
    counts: new Map(parts.flatMap(({ counts }) => [...counts])),
    sums: parts.flatMap(({ sums }) => sums),
    untold: new Set(parts.flatMap(({ untold }) => [...untold])),
    drafts: parts.flatMap(({ drafts }) => drafts),
  }
}

/** A step is not always a part of the one before: somebody may be prescribed to whom nobody has logged a call. */
function funnelOf({ funnel, waits }: Insights): Part {
  const lost = (from: string, to: string) => `${from} not ${to}`
  const steps = funnel.flatMap((step, at) =>
    funnel.slice(at + 1).map((later) => ({
      whole: step.milestone,
      parts: [later.milestone, lost(step.milestone, later.milestone)],
      count: step.n - later.n,
    })),
  )
  const waited = [
    ['days-to-contact', 'contacted', waits.contact],
    ['days-to-prescription', 'prescribed', waits.prescription],
  ] as const
  return {
    counts: new Map([
      ['nobody', 0],
      ...funnel.map(({ milestone, n }) => [milestone, n] as const),
      ...steps.map(({ parts, count }) => [parts[1] ?? '', Math.max(0, count)] as const),
    ]),
    sums: steps.filter(({ count }) => count >= 0),
    untold: new Set(
      steps.flatMap(({ parts }) => parts.slice(1)).filter((name) => !waited.some(([, to]) => name === lost(first, to))),
    ),
    drafts: [
      ...funnel.map(({ milestone }): Draft => {
        return { group: 'funnel', figure: milestone, statistic: 'count', value: milestone, n: first, missing: 'nobody' }
      }),
      ...waited.flatMap(([figure, to, { medianDays, ninetiethDays }]): Draft[] => {
        const line = { group: 'waits', figure, n: to, missing: lost(first, to) } as const
        return [
          { ...line, statistic: 'median-days', value: { measured: medianDays } },
          { ...line, statistic: 'ninetieth-days', value: { measured: ninetiethDays } },
        ]
      }),
    ],
  }
}

/** What all referrals of the period have passed. */
const first = 'referred'

function closingsOf({ funnel, closings }: Insights): Part {
  const ways = Object.entries(closings).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const closed = ways.reduce((sum, [, count]) => sum + count, 0)
  const referred = funnel.find(({ milestone }) => milestone === first)?.n ?? 0
  const name = (way: string) => `closed ${way}`
  const isCompleted = ([way]: readonly [string, number]) => way.startsWith('completed:')
  const others = ways.filter((way) => !isCompleted(way)).map(([way]) => name(way))
  return {
    counts: new Map([
      ['closed', closed],
      ['open', Math.max(0, referred - closed)],
      ...ways.map(([way, count]) => [name(way), count] as const),
    ]),
    sums: [
      { whole: first, parts: ['closed', 'open'] },
      { whole: 'closed', parts: ['completed', ...others] },
      { whole: 'completed', parts: ways.filter(isCompleted).map(([way]) => name(way)) },
    ],
    untold: new Set(),
    drafts: ways.map(([way]) => {
      const line = { group: 'closings', figure: 'closings', part: way, statistic: 'count' } as const
      return { ...line, value: name(way), n: 'closed', missing: 'open' }
    }),
  }
}

/** Everybody with an answer at the start is asked again at each phase: they are the same people each time. */
function changeOf(change: Insights['loneliness'][number]): Part {
  const { phase, withBaseline, paired, missing, counts, meanBaseline, meanFollowUp, meanChange, interval } = change
  const name = (what: string) => `${what} ${phase}`
  const line = { group: 'loneliness', figure: 'loneliness-change', part: phase } as const
  const of = { n: name('both'), missing: name('without') }
  const judged = ['improved', 'same', 'worse'] as const
  const measures = [
    ['mean-baseline', meanBaseline],
    ['mean-follow-up', meanFollowUp],
    ['mean-change', meanChange],
    ['interval-low', interval?.[0] ?? null],
    ['interval-high', interval?.[1] ?? null],
    ['wilcoxon-p', change.wilcoxonP],
  ] as const
  const drafts: Draft[] = [
    { ...line, ...of, statistic: 'count', value: of.n },
    ...measures.map(([statistic, measured]) => ({ ...line, ...of, statistic, value: { measured } })),
    ...judged.map((statistic) => ({ ...line, ...of, statistic, value: name(statistic) })),
  ]
  return {
    counts: new Map([
      ['with a start', withBaseline],
      [of.n, paired],
      [of.missing, missing],
      ...judged.map((each) => [name(each), counts[each]] as const),
    ]),
    sums: [
      { whole: 'with a start', parts: [of.n, of.missing] },
      { whole: of.n, parts: judged.map(name) },
    ],
    untold: new Set(['with a start']),
    drafts: (paired === 0 ? drafts.slice(0, 1) : drafts).toSorted(
      (a, b) => statistics.indexOf(a.statistic) - statistics.indexOf(b.statistic),
    ),
  }
}

/** Three decimals: more would look more exact than it is. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '../../shared/insights/figures.ts'
import type { Line } from '../../shared/insights/lines.ts'
import type { Sum } from '../../shared/insights/possible.ts'
import type { Insights } from '../../shared/insights/read.ts'
import { type Count, isSmall } from '../../shared/insights/suppress.ts'
import { canBe } from '../support/can-be.ts'

const steps = ['referred', 'contacted', 'prescribed', 'attended', 'completed'] as const
const ways = ['completed:goals-met', 'completed:signposted', 'failed:moved', 'cancelled:client-declined'] as const
const phases = ['3-months', '6-months'] as const

/** Counts that small ones are frequent among. */
const some = fc.oneof(fc.nat(7), fc.nat(40))

/** A period as it could be: every way of closing of some of its referrals, the same people asked again at each phase. */
const periods = fc
  .record({
    closings: fc.tuple(some, some, some, some),
    open: some,
    reached: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)),
    start: some,
    judged: fc.tuple(fc.tuple(some, some, some), fc.tuple(some, some, some)),
  })
  .map(({ closings, open, reached, start, judged }): Insights => {
    const referred = closings.reduce((sum, n) => sum + n, open)
    const [contacted, prescribed, attended] = reached.map((n) => Math.min(n, referred)) as [number, number, number]
    const counted = [referred, contacted, prescribed, attended, closings[0] + closings[1]]
    const people = judged.map((each) => each.reduce((sum, n) => sum + n, 0))
    const withBaseline = start + Math.max(...people)
    return {
      period: { from: '2026-01', to: '2026-11' },
      funnel: steps.map((milestone, step) => ({ milestone, n: counted[step] ?? 0 })),
      waits: {
        contact: { n: contacted, medianDays: 4, ninetiethDays: 12 },
        prescription: { n: prescribed, medianDays: 9, ninetiethDays: 30 },
      },
      closings: Object.fromEntries(ways.map((way, n) => [way, closings[n] ?? 0])),
      loneliness: phases.map((phase, n) => {
        const [improved, same, worse] = judged[n] ?? [0, 0, 0]
        const paired = people[n] ?? 0
        return {
          instrument: 'ucla-3',
          phase,
          withBaseline,
          paired,
          missing: withBaseline - paired,
          meanBaseline: 6.12345,
          meanFollowUp: 5,
          meanChange: -1.12345,
          interval: [-2, -0.2],
          counts: { improved, same, worse },
          shares: null,
          wilcoxonP: 0.01,
        }
      }),
      definitions: [],
    }
  })

const nameOf = ({ figure, part, statistic }: Line) => [figure, part, statistic].filter(Boolean).join(' ')
const isCounted = ({ statistic }: Line) => ['count', 'improved', 'same', 'worse'].includes(statistic)

/** Every count that stands in a file, by what it is a count of. */
function countsIn(lines: readonly Line[]): Map<string, Count> {
  const found = new Map<string, Count>()
  const put = (name: string, value: Line['value']) => {
    // One count has one word, wherever it stands.
    expect(found.get(name) ?? value).toBe(value)
    found.set(name, value as Count)
  }
  for (const line of lines) {
    const { figure, part, statistic, value, n, missing } = line
    if (figure === 'closings') put('closed', n)
    if (figure === 'closings') put('open', missing)
    if (figure === 'days-to-contact') put('contacted count', n)
    if (figure === 'days-to-contact') put('not contacted', missing)
    if (figure === 'days-to-prescription') put('prescribed count', n)
    if (figure === 'days-to-prescription') put('not prescribed', missing)
    if (line.group === 'funnel') put('referred count', n)
    if (line.group === 'loneliness') put(`loneliness-change ${part} count`, n)
    if (line.group === 'loneliness') put(`not ${part}`, missing)
    if (statistic === 'count' || isCounted(line)) put(nameOf({ ...line, figure }), value)
  }
  return found
}

const sums: readonly Sum[] = [
  { whole: 'referred count', parts: ['contacted count', 'not contacted'] },
  { whole: 'referred count', parts: ['prescribed count', 'not prescribed'] },
  { whole: 'referred count', parts: ['closed', 'open'] },
  { whole: 'closed', parts: ['completed count', ...ways.slice(2).map((way) => `closings ${way} count`)] },
  { whole: 'completed count', parts: ways.slice(0, 2).map((way) => `closings ${way} count`) },
  ...phases.map((phase) => ({
    whole: `loneliness-change ${phase} count`,
    parts: ['improved', 'same', 'worse'].map((statistic) => `loneliness-change ${phase} ${statistic}`),
  })),
]

test('outside the centre no count of one to five stands anywhere, and every number that does is the true one', () => {
  fc.assert(
    fc.property(periods, (insights) => {
      const inside = linesOf(insights, 'inside')
      for (const [at, line] of linesOf(insights, 'outside').entries()) {
        for (const field of ['value', 'n', 'missing'] as const) {
          const shown = line[field]
          if (typeof shown !== 'number') continue
          expect(shown).toBe(inside[at]?.[field])
          if (field !== 'value' || isCounted(line)) expect(isSmall(shown), `${nameOf(line)} ${field}`).toBe(false)
        }
      }
    }),
  )
})

test('no small count can be worked out by the sums between lines', () => {
  fc.assert(
    fc.property(periods, (insights) => {
      const truth = countsIn(linesOf(insights, 'inside'))
      const shown = countsIn(linesOf(insights, 'outside'))
      // Where nobody has both answers there is nothing to judge.
      const standing = sums.filter(({ whole, parts }) => [whole, ...parts].every((name) => shown.has(name)))
      const left = canBe(shown, standing)
      for (const [name, count] of truth) {
        if (!isSmall(Number(count))) continue
        expect(left.get(name)?.size, `${name}: ${JSON.stringify([...shown])}`).toBeGreaterThan(2)
      }
    }),
    { numRuns: 60 },
  )
})

test('no two steps of the funnel that are shown are one to five apart, the later below the earlier', () => {
  fc.assert(
    fc.property(periods, (insights) => {
      const shown = linesOf(insights, 'outside').flatMap(({ group, value }) =>
        group === 'funnel' && typeof value === 'number' ? [value] : [],
      )
      for (const [at, step] of shown.entries())
        for (const later of shown.slice(at + 1)) expect(isSmall(step - later)).toBe(false)
    }),
  )
})

test('who was asked at the start and not again is not told by the other phases', () => {
  fc.assert(
    fc.property(periods, (insights) => {
      const shown = countsIn(linesOf(insights, 'outside'))
      const pairs = phases.map((phase) => [shown.get(`loneliness-change ${phase} count`), shown.get(`not ${phase}`)])
      const told = pairs.filter((pair) => pair.every((count) => typeof count === 'number'))
      const half = pairs.filter((pair) => pair.filter((count) => typeof count === 'number').length === 1)
      if (told.length === 0) return
      const start = Number(told[0]?.[0]) + Number(told[0]?.[1])
      for (const pair of half) {
        const known = Number(pair.find((count) => typeof count === 'number'))
        expect(isSmall(start - known)).toBe(false)
      }
    }),
  )
})

test('what was measured on fewer than ten people is hidden outside, and given inside to three decimals', () => {
  fc.assert(
    fc.property(periods, (insights) => {
      const measured = (line: Line) => !isCounted(line) && line.value !== null
      const inside = linesOf(insights, 'inside')
      for (const [at, line] of linesOf(insights, 'outside').entries()) {
        if (!measured(line)) continue
        const n = Number(inside[at]?.n)
        expect(line.value).toEqual(n < 10 ? 'few' : inside[at]?.value)
      }
      expect(inside.flatMap(({ statistic, value }) => (statistic === 'mean-baseline' ? [value] : []))).toEqual(
        phases.flatMap((_, n) => (insights.loneliness[n]?.paired ? [6.123] : [])),
      )
    }),
  )
})

test('nothing is hidden of a period without small numbers', () => {
  const [plain] = fc.sample(periods, { numRuns: 1, seed: 1 })
  const insights: Insights = {
    ...(plain as Insights),
    funnel: steps.map((milestone, step) => ({ milestone, n: 120 - 20 * step })),
    waits: {
      contact: { n: 100, medianDays: 4, ninetiethDays: 12 },
      prescription: { n: 80, medianDays: 9, ninetiethDays: 30 },
    },
    closings: { 'completed:goals-met': 30, 'completed:signposted': 10, 'failed:moved': 8 },
    loneliness: [],
  }
  expect(linesOf(insights, 'outside')).toEqual(linesOf(insights, 'inside'))
})

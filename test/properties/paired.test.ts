import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JointHistogram, pairedChange } from '../../shared/outcomes/paired.ts'
import { criticalT } from '../../shared/outcomes/student-t.ts'
import { signedRankP } from '../../shared/outcomes/wilcoxon.ts'

const loneliness = { direction: 'higher-worse', improvement: 1 } as const
const points = fc.integer({ min: 3, max: 9 })
const people = fc.array(fc.tuple(points, points), { maxLength: 60 })

test.each([
  [0.95, 1, 12.706],
  [0.95, 2, 4.303],
  [0.95, 3, 3.182],
  [0.95, 5, 2.571],
  [0.95, 9, 2.262],
  [0.95, 10, 2.228],
  [0.95, 30, 2.042],
  [0.95, 100, 1.984],
  [0.95, 1000, 1.962],
  [0.99, 1, 63.657],
  [0.99, 10, 3.169],
  [0.9, 4, 2.132],
])('%d of a t distribution with %i degrees of freedom is within %d', (level, df, tabulated) => {
  expect(criticalT(level, df)).toBeCloseTo(tabulated, 3)
})

test('with many degrees of freedom t is the normal distribution, without taking long', () => {
  expect(criticalT(0.95, 200_000)).toBeCloseTo(1.96, 4)
})

test('a worked example: ten people, seven changed', () => {
  // Changes: two of -2, four of -1, three of 0, one of +1. Mean -0.7, standard error 0.3, t with 9 df 2.2622.
  const result = pairedChange({ '8:6': 2, '7:6': 4, '5:5': 3, '4:5': 1 }, loneliness)
  expect(result).toMatchObject({ n: 10, meanBaseline: 6.3, counts: { improved: 6, same: 3, worse: 1 } })
  expect(result.meanFollowUp).toBeCloseTo(5.6, 12)
  expect(result.meanChange).toBeCloseTo(-0.7, 12)
  expect(result.interval?.[0]).toBeCloseTo(-1.37865, 5)
  expect(result.interval?.[1]).toBeCloseTo(-0.02135, 5)
  expect(result.shares).toEqual({ improved: 0.6, same: 0.3, worse: 0.1 })
  // Ranks 3 and 6.5: W+ = 3, expected 14, variance 35 - 126/48.
  expect(result.wilcoxonP).toBeCloseTo(0.0649831, 6)
})

test('the signed-rank test gives the values of its formula, in the middle and far in the tail', () => {
  expect(signedRankP(Array.from({ length: 10 }, (_, at) => [at + 1, 1] as const))).toBeCloseTo(0.00592154, 7)
  expect(signedRankP([[1, 20]])).toBeCloseTo(0.0000085535, 9)
  expect(signedRankP([[0, 40]])).toBe(1)
})

test('nobody, one person and nine people get no more than their number can say', () => {
  expect(pairedChange({}, loneliness)).toMatchObject({ n: 0, meanChange: null, interval: null, shares: null })
  expect(pairedChange({ '7:5': 1 }, loneliness)).toMatchObject({ n: 1, meanChange: -2, interval: null })
  expect(pairedChange({ '7:5': 9 }, loneliness)).toMatchObject({ wilcoxonP: null, interval: [-2, -2] })
  expect(pairedChange({ '7:5': 10 }, loneliness).wilcoxonP).toBeLessThan(0.01)
})

test('a cell that is not two numbers and a count is refused', () => {
  for (const histogram of [{ '7': 1 }, { '7:': 1 }, { '7:5:3': 1 }, { 'a:b': 1 }, { '7:5': -1 }, { '7:5': 1.5 }]) {
    expect(() => pairedChange(histogram, loneliness)).toThrow(RangeError)
  }
})

test('the histogram says exactly what the rows of the people say', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const result = pairedChange(histogramOf(rows), loneliness)
      expect(result.n).toBe(rows.length)
      expect(result.counts.improved).toBe(rows.filter(([before, after]) => after < before).length)
      expect(result.counts.worse).toBe(rows.filter(([before, after]) => after > before).length)
      expect(result.counts.improved + result.counts.same + result.counts.worse).toBe(rows.length)
      if (rows.length > 0) {
        const changes = rows.map(([before, after]) => after - before)
        expect(result.meanChange).toBeCloseTo(changes.reduce((a, b) => a + b, 0) / rows.length, 10)
      }
    }),
  )
})

test('the interval holds the mean change, and the mean change is the difference of the means', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(points, points), { minLength: 2, maxLength: 60 }), (rows) => {
      const { interval, meanChange, meanBaseline, meanFollowUp } = pairedChange(histogramOf(rows), loneliness)
      expect(interval?.[0]).toBeLessThanOrEqual(meanChange ?? Number.NaN)
      expect(interval?.[1]).toBeGreaterThanOrEqual(meanChange ?? Number.NaN)
      expect((meanFollowUp ?? 0) - (meanBaseline ?? 0)).toBeCloseTo(meanChange ?? Number.NaN, 10)
    }),
  )
})

test('turning time round turns the figures round, and p stays', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const there = pairedChange(histogramOf(rows), loneliness)
      const back = pairedChange(histogramOf(rows.map(([before, after]) => [after, before])), loneliness)
      expect(back.counts).toEqual({ ...there.counts, improved: there.counts.worse, worse: there.counts.improved })
      expect(back.meanChange ?? 0).toBeCloseTo(-(there.meanChange ?? 0), 10)
      expect(back.wilcoxonP ?? 1).toBeCloseTo(there.wilcoxonP ?? 1, 10)
      if (there.wilcoxonP !== null) {
        expect(there.wilcoxonP).toBeGreaterThan(0)
        expect(there.wilcoxonP).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('two centres added together are their people counted together, in any order', () => {
  fc.assert(
    fc.property(people, people, (here, there) => {
      const together = pairedChange(histogramOf([...here, ...there]), loneliness)
      const parts = [histogramOf(there), histogramOf(here)]
      const added: Record<string, number> = {}
      for (const part of parts) for (const [key, n] of Object.entries(part)) added[key] = (added[key] ?? 0) + n
      const sum = pairedChange(added, loneliness)
      expect(sum.counts).toEqual(together.counts)
      expect(sum.meanChange ?? 0).toBeCloseTo(together.meanChange ?? 0, 10)
      expect(sum.interval?.[0] ?? 0).toBeCloseTo(together.interval?.[0] ?? 0, 10)
      expect(sum.wilcoxonP ?? 0).toBeCloseTo(together.wilcoxonP ?? 0, 10)
    }),
  )
})

function histogramOf(rows: readonly (readonly [number, number])[]): JointHistogram {
  const cells: Record<string, number> = {}
  for (const [before, after] of rows) cells[`${before}:${after}`] = (cells[`${before}:${after}`] ?? 0) + 1
  return cells
}

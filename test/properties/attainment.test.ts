import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attained, tScore } from '../../shared/goals/attainment.ts'

const level = fc.constantFrom(-2, -1, 0, 1, 2)
const weight = fc.integer({ min: 1, max: 3 })
const goals: fc.Arbitrary<Attained[]> = fc.array(
  fc.record({ level, weight }, { requiredKeys: ['level'] }) as fc.Arbitrary<Attained>,
  { minLength: 1, maxLength: 12 },
)

test('no goal has no score', () => {
  expect(tScore([])).toBeNull()
})

test('a single goal is worth ten points a level, whatever its weight', () => {
  expect([-2, -1, 0, 1, 2].map((level) => tScore([{ level, weight: 3 } as Attained]))).toEqual([30, 40, 50, 60, 70])
})

test('the published formula: two goals somewhat better than hoped are 62.4', () => {
  expect(tScore([{ level: 1 }, { level: 1 }])).toBeCloseTo(50 + 20 / Math.sqrt(0.7 * 2 + 0.3 * 4), 12)
  expect(tScore([{ level: 1 }, { level: 1 }])).toBeCloseTo(62.403, 3)
  expect(tScore([{ level: 2, weight: 3 }, { level: -1 }])).toBeCloseTo(50 + 50 / Math.sqrt(0.7 * 10 + 0.3 * 16), 12)
})

test('all goals reached as hoped are 50', () => {
  fc.assert(
    fc.property(goals, (some) => {
      expect(tScore(some.map((goal) => ({ ...goal, level: 0 })))).toBe(50)
    }),
  )
})

test('the order of the goals does not matter', () => {
  fc.assert(
    fc.property(goals, (some) => {
      expect(tScore([...some].reverse())).toBeCloseTo(tScore(some) ?? Number.NaN, 10)
    }),
  )
})

test('as much worse is as far below 50 as as much better is above', () => {
  fc.assert(
    fc.property(goals, (some) => {
      const mirrored = some.map((goal) => ({ ...goal, level: -goal.level || 0 }) as Attained)
      expect((tScore(some) ?? 0) + (tScore(mirrored) ?? 0)).toBeCloseTo(100, 10)
    }),
  )
})

test('one goal a level higher is a higher score', () => {
  fc.assert(
    fc.property(goals, fc.nat(), (some, at) => {
      const index = at % some.length
      const goal = some[index]
      fc.pre(goal !== undefined && goal.level < 2)
      const better = some.map((one, i) => (i === index ? ({ ...one, level: one.level + 1 } as Attained) : one))
      expect(tScore(better)).toBeGreaterThan(tScore(some) ?? 0)
    }),
  )
})

test('only the proportion of the weights matters', () => {
  fc.assert(
    fc.property(goals, fc.integer({ min: 2, max: 9 }), (some, factor) => {
      const heavier = some.map(({ level, weight = 1 }) => ({ level, weight: weight * factor }))
      expect(tScore(heavier)).toBeCloseTo(tScore(some) ?? Number.NaN, 10)
    }),
  )
})

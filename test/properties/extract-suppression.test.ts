import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figure } from '../../web/src/features/extracts/figures.ts'
import { suppressed } from '../../web/src/features/extracts/suppress.ts'

const milestones = ['referred', 'contacted', 'prescribed', 'attended']

function line(fields: Partial<Figure>): Figure {
  return { definition: 'funnel', id: 'referred', statistic: 'count', value: 0, n: 0, missing: 0, ...fields }
}

const funnel = fc
  .array(fc.nat(40), { minLength: 4, maxLength: 4 })
  .map((counts) => counts.toSorted((a, b) => b - a))
  .map((counts) => counts.map((value, step) => line({ id: milestones[step] ?? '', value, n: counts[0] ?? 0 })))

const closings = fc
  .dictionary(fc.constantFrom('completed:goals-met', 'completed:signposted', 'failed:died', 'failed:moved'), fc.nat(30))
  .map((counts) => {
    const n = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return Object.entries(counts).map(([part, value]) =>
      line({ definition: 'closings', id: 'closings', part, value, n, missing: 10 }),
    )
  })

test('no small count is shown, nor can one be worked out of two steps or of a sum', () => {
  fc.assert(
    fc.property(funnel, closings, (steps, ends) => {
      const shown = suppressed([...steps, ...ends])
      const numbers = shown.map(({ value }) => value)
      for (const value of numbers) if (typeof value === 'number') expect(value === 0 || value >= 6).toBe(true)
      const counted = shown
        .filter(({ definition }) => definition === 'funnel')
        .flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
      for (const [step, count] of counted.entries()) {
        const lost = (counted[step - 1] ?? count) - count
        expect(lost === 0 || lost >= 6).toBe(true)
      }
      const parts = shown.filter(({ definition }) => definition === 'closings')
      const hidden = parts.filter(({ value }) => typeof value === 'string')
      const others = parts.some(({ value }) => typeof value === 'number' && value > 0)
      if (hidden.length === 1) expect(others).toBe(false)
    }),
  )
})

test('a mean of fewer than ten people is not shown, and what is enough is left as it is', () => {
  const mean = line({
    definition: 'waits',
    id: 'days-to-contact',
    statistic: 'median-days',
    value: 4,
    n: 9,
    missing: 20,
  })
  expect(suppressed([mean])).toMatchObject([{ value: 'few', n: 9, missing: 20 }])
  expect(suppressed([{ ...mean, n: 12 }])).toEqual([{ ...mean, n: 12 }])
  expect(suppressed([{ ...mean, n: 12, missing: 3 }])).toMatchObject([{ value: 4, n: 'beside', missing: 'small' }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sum } from '../../shared/insights/possible.ts'
import { isSmall, suppress, suppressColumn } from '../../shared/insights/suppress.ts'
import { canBe } from '../support/can-be.ts'

const counts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.nat(60), {
  minKeys: 1,
  maxKeys: 12,
  noNullPrototype: true,
})

test('no count of one to five is ever shown', () => {
  fc.assert(
    fc.property(counts, (column) => {
      const { cells, total } = suppressColumn(column)
      for (const shown of [...Object.values(cells), total]) expect(shown !== 'suppressed' && isSmall(shown)).toBe(false)
    }),
  )
})

test('a suppressed count cannot be worked out from the rest of its column', () => {
  fc.assert(
    fc.property(counts, (column) => {
      const { cells, total } = suppressColumn(column)
      const hidden = Object.keys(cells).filter((centre) => cells[centre] === 'suppressed')
      if (total === 'suppressed' || hidden.length === 0) return
      // Several are hidden, and what they add up to leaves more than one way to share it out.
      expect(hidden.length).toBeGreaterThan(1)
      expect(hidden.reduce((sum, centre) => sum + (column[centre] ?? 0), 0)).toBeGreaterThan(hidden.length)
    }),
  )
})

test('what is shown is what was counted', () => {
  fc.assert(
    fc.property(counts, (column) => {
      const { cells, total } = suppressColumn(column)
      for (const [centre, shown] of Object.entries(cells)) expect([column[centre], 'suppressed']).toContain(shown)
      const sum = Object.values(column).reduce((all, count) => all + count, 0)
      expect([sum, 'suppressed']).toContain(total)
    }),
  )
})

/** Counts that add up in two steps, some of them small, as ways of closing do. */
const branches = fc.array(fc.array(fc.oneof(fc.nat(9), fc.nat(30)), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 3,
})

function treeOf(numbers: readonly (readonly number[])[]): { counts: Map<string, number>; sums: Sum[] } {
  const found = new Map<string, number>()
  const sums: Sum[] = []
  const add = (whole: string, parts: readonly (readonly [string, number])[]) => {
    for (const [name, count] of parts) found.set(name, count)
    sums.push({ whole, parts: parts.map(([name]) => name) })
    found.set(
      whole,
      parts.reduce((sum, [, count]) => sum + count, 0),
    )
  }
  for (const [n, leaves] of numbers.entries())
    add(
      `${n}`,
      leaves.map((count, leaf) => [`${n}.${leaf}`, count]),
    )
  add(
    'all',
    numbers.map((_, n) => [`${n}`, found.get(`${n}`) ?? 0]),
  )
  return { counts: found, sums }
}

test('of a small count at least three numbers remain possible, whatever adds up to what', () => {
  fc.assert(
    fc.property(branches, (numbers) => {
      const { counts: all, sums } = treeOf(numbers)
      const shown = suppress(all, sums)
      const left = canBe(shown, sums)
      for (const [name, count] of all) {
        const word = shown.get(name)
        if (typeof word === 'number') expect([word, isSmall(word)]).toEqual([count, false])
        else expect(left.get(name)?.has(count)).toBe(true)
        if (isSmall(count)) expect(left.get(name)?.size, `${name} of ${JSON.stringify([...shown])}`).toBeGreaterThan(2)
      }
    }),
    { numRuns: 60 },
  )
})

test('where no count is small nothing is hidden, and a zero is never hidden', () => {
  const large = fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 6, max: 60 })), { minLength: 1, maxLength: 5 }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  fc.assert(
    fc.property(large, (numbers) => {
      const { counts: all, sums } = treeOf(numbers)
      expect([...suppress(all, sums)]).toEqual([...all])
    }),
  )
  fc.assert(
    fc.property(branches, (numbers) => {
      const { counts: all, sums } = treeOf(numbers)
      for (const [name, shown] of suppress(all, sums)) if (all.get(name) === 0) expect(shown).toBe(0)
    }),
  )
})

test.each([
  // Two of one would be known by their sum; the next is hidden with them.
  [
    [1, 1, 30, 40],
    ['small', 'small', 'beside', 40],
  ],
  [
    [3, 30, 40],
    ['small', 'beside', 40],
  ],
  // One and six are seven, and no other two such numbers are: the larger one does it alone.
  [
    [1, 6, 40],
    ['small', 6, 'beside'],
  ],
  [
    [5, 0, 0, 50],
    ['small', 0, 0, 'beside'],
  ],
] as const)('of %j is shown %j', (numbers, expected) => {
  const { counts: all, sums } = treeOf([numbers])
  const shown = suppress(all, sums)
  expect(numbers.map((_, n) => shown.get(`0.${n}`))).toEqual(expected)
})

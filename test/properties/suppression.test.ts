import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSmall, suppressColumn } from '../../shared/insights/suppress.ts'

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

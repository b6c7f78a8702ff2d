import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '../../shared/core/csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['  =cmd|x', "'  =cmd|x"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@sum', "'@sum"],
  ['a "b", c', '"a ""b"", c"'],
  ['two\nlines', '"two\nlines"'],
  [-2.5, '-2.5'],
  [null, ''],
])('%j is written as %j', (cell, written) => {
  expect(toCsv([[cell]])).toBe(`\ufeff${written}\r\n`)
})

test('no text begins a formula, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(toCsv([[text]]).slice(1)).not.toMatch(/^"?\s*[=+\-@]/)
    }),
  )
})

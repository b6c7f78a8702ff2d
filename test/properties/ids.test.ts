import fc from 'fast-check'
import { decodeTime } from 'ulid'
import { expect, test } from 'vitest'
import { earliestId, newId } from '../../shared/core/ids.ts'

const instant = fc.date({
  min: new Date('2018-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
})

test('an id is stamped with the instant it is given, whatever was made before it', () => {
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 100 }), (instants) => {
      for (const at of instants) expect(decodeTime(newId('contact', at.toISOString()).slice(-26))).toBe(at.getTime())
    }),
  )
})

test('an instant that goes on being used keeps its order, however many others come and go', () => {
  const at = '2026-03-02T14:00:00.000Z'
  const made = Array.from({ length: 200 }, (_, n) => {
    newId('contact', new Date(Date.parse(at) + 1 + n).toISOString())
    return newId('contact', at)
  })
  expect(made).toEqual([...new Set(made)].toSorted())
})

test('ids of one instant sort in the order they were made, also when others are made between them', () => {
  fc.assert(
    fc.property(instant, fc.array(fc.option(instant), { maxLength: 60 }), (at, between) => {
      const made = between.flatMap((other) => {
        if (other) newId('contact', other.toISOString())
        return newId('contact', at.toISOString())
      })
      expect(made).toEqual([...new Set(made)].toSorted())
      for (const id of made) expect(id > earliestId('contact', at.toISOString())).toBe(true)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../shared/core/time.ts'
import { type FollowUpDates, followUpDates, followUpStatus } from '../../shared/outcomes/follow-up.ts'

const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days))

test('follow-ups are 3, 6 and 12 calendar months after the baseline, with a window round each', () => {
  expect(followUpDates('2026-11-21')).toEqual([
    { phase: '3-months', opensOn: '2027-02-07', dueOn: '2027-02-21', closesOn: '2027-04-04' },
    { phase: '6-months', opensOn: '2027-05-07', dueOn: '2027-05-21', closesOn: '2027-07-02' },
    { phase: '12-months', opensOn: '2027-11-07', dueOn: '2027-11-21', closesOn: '2028-01-02' },
  ])
})

test('a day that the month lacks is its last day, and the next follow-up is not dragged along', () => {
  expect(followUpDates('2026-11-30').map(({ dueOn }) => dueOn)).toEqual(['2027-02-28', '2027-05-30', '2027-11-30'])
  expect(followUpDates('2027-11-30').map(({ dueOn }) => dueOn)).toEqual(['2028-02-29', '2028-05-30', '2028-11-30'])
  expect(followUpDates('2028-02-29').map(({ dueOn }) => dueOn)).toEqual(['2028-05-29', '2028-08-29', '2029-02-28'])
})

test('a baseline that is no date is refused', () => {
  expect(() => followUpDates('2026-02-30')).toThrow(RangeError)
  expect(() => followUpDates('soon')).toThrow(RangeError)
})

test('windows last eight weeks, hold their day and never overlap', () => {
  fc.assert(
    fc.property(day, (baselineOn) => {
      const dates = followUpDates(baselineOn)
      for (const [at, { opensOn, dueOn, closesOn }] of dates.entries()) {
        expect([daysBetween(opensOn, dueOn), daysBetween(dueOn, closesOn)]).toEqual([14, 42])
        expect(opensOn > (dates[at - 1]?.closesOn ?? baselineOn)).toBe(true)
      }
    }),
  )
})

test.each([
  ['2027-02-06', 'upcoming'],
  ['2027-02-07', 'due'],
  ['2027-02-21', 'due'],
  ['2027-02-22', 'overdue'],
  ['2027-04-04', 'overdue'],
  ['2027-04-05', 'missed'],
])('on %s the follow-up due on 21 February is %s', (today, status) => {
  const [first] = followUpDates('2026-11-21')
  expect(followUpStatus(first as FollowUpDates, today)).toBe(status)
})

test('a follow-up only ever goes forward', () => {
  const order = ['upcoming', 'due', 'overdue', 'missed']
  fc.assert(
    fc.property(day, fc.nat(500), fc.nat(100), (baselineOn, days, more) => {
      for (const followUp of followUpDates(baselineOn)) {
        const then = followUpStatus(followUp, addDays(baselineOn, days))
        const later = followUpStatus(followUp, addDays(baselineOn, days + more))
        expect(order.indexOf(later)).toBeGreaterThanOrEqual(order.indexOf(then))
      }
    }),
  )
})

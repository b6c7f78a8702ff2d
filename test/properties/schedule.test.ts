import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import {
  checkSchedule,
  localDays,
  occurrences,
  occursOn,
  type Schedule,
  type ScheduleProblem,
} from '../../shared/activities/schedule.ts'

/** Tuesdays at 13:30 in Toronto from 8 September 2026. */
const tuesdays: Schedule = {
  start: '2026-09-08T13:30',
  durationMinutes: 90,
  zone: 'America/Toronto',
  rrule: 'FREQ=WEEKLY;COUNT=12',
}
const ever = ['1900-01-01T00:00Z', '3100-01-01T00:00Z', 10_000] as const

describe('a session', () => {
  test('stays at its wall time when the clocks change', () => {
    const around = occurrences(tuesdays, '2026-10-26T00:00Z', '2026-11-09T00:00Z', 10)
    expect(around).toEqual([
      { start: '2026-10-27T17:30:00Z', end: '2026-10-27T19:00:00Z', date: '2026-10-27' },
      { start: '2026-11-03T18:30:00Z', end: '2026-11-03T20:00:00Z', date: '2026-11-03' },
    ])
  })

  test('inside the spring gap moves later by the gap, that day only, and counts', () => {
    const early = changed({ start: '2026-03-07T02:30', rrule: 'FREQ=DAILY;COUNT=3' })
    expect(starts(early)).toEqual(['2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'])
    const onTheDay = changed({ start: '2026-03-08T02:30', rrule: 'FREQ=DAILY;COUNT=2' })
    expect(starts(onTheDay)).toEqual(['2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z'])
  })

  test('at a time that the autumn repeats is at the first of the two', () => {
    expect(starts(changed({ start: '2026-11-01T01:30', rrule: undefined }))).toEqual(['2026-11-01T05:30:00Z'])
  })

  test('across the change lasts as many minutes as it always does', () => {
    const [night] = occurrences(changed({ start: '2026-10-31T23:30', durationMinutes: 240, rrule: undefined }), ...ever)
    expect(night).toEqual({ start: '2026-11-01T03:30:00Z', end: '2026-11-01T07:30:00Z', date: '2026-10-31' })
  })

  test('happens once without a rule', () => {
    expect(starts(changed({ rrule: undefined }))).toEqual(['2026-09-08T17:30:00Z'])
  })

  test('is off on the excepted dates, which count all the same', () => {
    const fewer = changed({ rrule: 'FREQ=WEEKLY;COUNT=3', except: ['2026-09-15', '2030-01-01'] })
    expect(dates(fewer)).toEqual(['2026-09-08', '2026-09-22'])
    expect(occursOn(fewer, '2026-09-15')).toBe(false)
    expect(occursOn(fewer, '2026-09-22')).toBe(true)
  })

  test('is on the date of the wall, not of Greenwich', () => {
    const evening = changed({ start: '2026-09-08T21:00', rrule: undefined })
    expect(dates(evening)).toEqual(['2026-09-08'])
    expect(localDays(evening)).toEqual(['tu'])
  })

  test('that the date line swallows with its whole day is not held twice on the next', () => {
    const samoa = changed({ start: '2011-12-29T09:00', zone: 'Pacific/Apia', rrule: 'FREQ=DAILY;COUNT=4' })
    expect(dates(samoa)).toEqual(['2011-12-29', '2011-12-31', '2012-01-01'])
  })
})

test.each([
  ['FREQ=WEEKLY;UNTIL=20260922', '2026-09-22', 'a date holds that whole day'],
  ['FREQ=WEEKLY;UNTIL=20260921', '2026-09-15', 'a date before it leaves it out'],
  ['FREQ=WEEKLY;UNTIL=20260922T133000', '2026-09-22', 'a local time holds the session that starts then'],
  ['FREQ=WEEKLY;UNTIL=20260922T132959', '2026-09-15', 'a local time a second before leaves it out'],
  ['FREQ=WEEKLY;UNTIL=20260922T173000Z', '2026-09-22', 'an instant holds the session that starts then'],
  ['FREQ=WEEKLY;UNTIL=20260922T172959Z', '2026-09-15', 'an instant a second before leaves it out'],
  ['freq=weekly;until=20260922', '2026-09-22', 'letters may be small'],
])('%s ends on %s: %s', (rrule, last) => {
  expect(dates(changed({ rrule })).at(-1)).toBe(last)
})

test.each([
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4', ['2026-09-08', '2026-09-10', '2026-09-22', '2026-09-24']],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2026-09-25', '2026-10-30', '2026-11-27']],
  ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', ['2026-10-31', '2026-12-31', '2027-01-31']],
  ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=2', ['2026-10-01', '2026-11-02']],
  ['FREQ=YEARLY;BYMONTH=10;BYDAY=2MO;COUNT=2', ['2026-10-12', '2027-10-11']],
  ['FREQ=DAILY;BYHOUR=9;COUNT=2', ['2026-09-09', '2026-09-10']],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=2', ['2026-09-14', '2026-09-21']],
])('%s falls on %j', (rrule, expected) => {
  expect(dates(changed({ rrule }))).toEqual(expected)
})

test.each<[string, Partial<Schedule>, ScheduleProblem[]]>([
  ['a rule without an end', { rrule: 'FREQ=WEEKLY' }, ['endless']],
  ['an end after three years', { rrule: 'FREQ=WEEKLY;UNTIL=20290909' }, ['endless']],
  ['an end after three years to the day', { rrule: 'FREQ=WEEKLY;UNTIL=20290908' }, []],
  ['the end of time', { rrule: 'FREQ=YEARLY;UNTIL=99991231T235959Z' }, ['endless']],
  ['a count that takes more than three years', { rrule: 'FREQ=MONTHLY;COUNT=40' }, ['endless']],
  ['steps too long to count', { rrule: 'FREQ=YEARLY;INTERVAL=999;COUNT=2' }, ['endless']],
  ['every second', { rrule: 'FREQ=SECONDLY;COUNT=99999' }, ['too-often']],
  ['every hour', { rrule: 'FREQ=HOURLY;COUNT=3' }, ['too-often']],
  ['twice a day', { rrule: 'FREQ=DAILY;BYHOUR=9,15;COUNT=4' }, ['too-often']],
  ['sixty times an hour', { rrule: 'FREQ=DAILY;BYMINUTE=0,1;BYSECOND=0;COUNT=4' }, ['too-often']],
  ['a large count', { rrule: 'FREQ=DAILY;COUNT=501' }, ['too-many']],
  ['the largest count', { rrule: 'FREQ=DAILY;COUNT=500' }, []],
  ['daily for three years', { rrule: 'FREQ=DAILY;UNTIL=20290908' }, ['too-many']],
  ['30 February', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3' }, ['never']],
  ['an end before the start', { rrule: 'FREQ=WEEKLY;UNTIL=20260101' }, ['never']],
  ['no times', { rrule: 'FREQ=WEEKLY;COUNT=0' }, ['never']],
  ['a position that no month has', { rrule: 'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300;COUNT=5' }, ['never']],
  ['its only date excepted', { rrule: undefined, except: ['2026-09-08'] }, ['never']],
  ['no rule at all', { rrule: '' }, ['unreadable']],
  ['words', { rrule: 'every other Tuesday' }, ['unreadable']],
  ['the property name', { rrule: 'RRULE:FREQ=WEEKLY;COUNT=2' }, ['unreadable']],
  ['a second line', { rrule: 'FREQ=WEEKLY;COUNT=2\nDTSTART:20200101T000000Z' }, ['unreadable']],
  ['a part twice', { rrule: 'FREQ=WEEKLY;COUNT=2;COUNT=3' }, ['unreadable']],
  ['an unknown part', { rrule: 'FREQ=WEEKLY;COUNT=2;COLOUR=RED' }, ['unreadable']],
  ['a count that is no number', { rrule: 'FREQ=WEEKLY;COUNT=3x' }, ['unreadable']],
  ['a day of the month that is none', { rrule: 'FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3' }, ['unreadable']],
  ['no interval', { rrule: 'FREQ=WEEKLY;INTERVAL=0;COUNT=3' }, ['unreadable']],
  ['an end that is no date', { rrule: 'FREQ=WEEKLY;UNTIL=20261399' }, ['unreadable']],
  ['two ends', { rrule: 'FREQ=WEEKLY;COUNT=2;UNTIL=20261001' }, ['unreadable']],
  ['the second Tuesday of a week', { rrule: 'FREQ=WEEKLY;BYDAY=2TU;COUNT=2' }, ['unreadable']],
  ['a position among nothing', { rrule: 'FREQ=MONTHLY;BYSETPOS=1;COUNT=2' }, ['unreadable']],
  ['a rule as long as a letter', { rrule: `FREQ=DAILY;COUNT=2;BYDAY=MO${',MO'.repeat(200)}` }, ['unreadable']],
  ['a name that objects are born with', { rrule: 'FREQ=DAILY;COUNT=2;constructor=1' }, ['unreadable']],
  ['the hundredth day of the year', { rrule: 'FREQ=YEARLY;BYYEARDAY=100;COUNT=2' }, ['unsupported']],
  ['the twentieth Monday of the year', { rrule: 'FREQ=YEARLY;BYDAY=20MO;COUNT=2' }, ['unsupported']],
  ['a start that is no date', { start: '2026-02-30T10:00' }, ['bad-start']],
  ['a start that is no time', { start: '2026-02-28T25:00' }, ['bad-start']],
  ['an unknown zone', { zone: 'America/Guelph' }, ['unknown-zone']],
  ['an offset for a zone', { zone: '-05:00' }, ['unknown-zone']],
  ['a timestamp for a zone', { zone: '2026-01-01T00:00[America/Toronto]' }, ['unknown-zone']],
  ['much at once', { start: 'soon', zone: '', rrule: 'weekly' }, ['bad-start', 'unknown-zone', 'unreadable']],
])('%s: %j has the problems %j', (_, changes, problems) => {
  expect(checkSchedule(changed(changes))).toEqual(problems)
})

test('a refused schedule has no occurrences to give, and says why', () => {
  expect(() => starts(changed({ rrule: 'FREQ=WEEKLY' }))).toThrow(
    new RangeError('This schedule cannot be used: endless.'),
  )
})

test('a year of several days a week is at home on just those days', () => {
  expect(localDays(changed({ rrule: 'FREQ=WEEKLY;BYDAY=SU,TH,MO;UNTIL=20270908' }))).toEqual(['mo', 'th', 'su'])
})

describe('for any schedule', () => {
  const zone = fc.constantFrom(
    'America/Toronto',
    'America/Thunder_Bay',
    ...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')),
  )
  const day = fc.integer({ min: 0, max: 2000 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }))
  const days = fc.uniqueArray(fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), { minLength: 1 })
  const rule = fc.oneof(
    fc.record({ days, every: fc.integer({ min: 1, max: 4 }), count: fc.integer({ min: 1, max: 36 }) }).map(weekly),
    fc.integer({ min: 1, max: 40 }).map((count) => `FREQ=DAILY;COUNT=${count}`),
    fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), days).map(([nth, [one]]) => `FREQ=MONTHLY;BYDAY=${nth}${one};COUNT=12`),
  )
  const schedule = fc
    .record({ day, hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 15, 30, 45), zone, rrule: rule })
    .map(({ day, hour, minute, zone, rrule }): Schedule => {
      const start = day.toPlainDateTime({ hour, minute }).toString({ smallestUnit: 'minute' })
      return { start, durationMinutes: 60, zone, rrule }
    })
  const runs = { numRuns: 60 }

  test('occurrences are in order, none twice, inside the window, and no more than asked for', () => {
    fc.assert(
      fc.property(schedule, fc.nat(400), fc.nat(400), fc.nat(30), (one, skip, length, limit) => {
        const from = Temporal.PlainDateTime.from(one.start).add({ days: skip }).toZonedDateTime('UTC').toInstant()
        const to = from.add({ hours: 24 * length })
        const found = occurrences(one, `${from}`, `${to}`, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        const times = found.map(({ start }) => Date.parse(start))
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
        for (const time of times) {
          expect(time).toBeGreaterThanOrEqual(from.epochMilliseconds)
          expect(time).toBeLessThan(to.epochMilliseconds)
        }
      }),
      runs,
    )
  })

  test('a window cut in two gives the same occurrences', () => {
    fc.assert(
      fc.property(schedule, fc.nat(400 * 24), (one, hours) => {
        const cut = Temporal.PlainDateTime.from(one.start).add({ hours }).toZonedDateTime('UTC').toInstant().toString()
        const [from, to, limit] = ever
        const halves = [...occurrences(one, from, cut, limit), ...occurrences(one, cut, to, limit)]
        expect(halves).toEqual(occurrences(one, ...ever))
        const [second] = halves.slice(1)
        if (second) expect(occurrences(one, second.start, to, 1)).toEqual([second])
      }),
      runs,
    )
  })

  test('every session starts at the wall time of the first, or where Temporal puts it in a gap', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const time = one.start.slice(11)
        for (const { start, date } of occurrences(one, ...ever)) {
          const local = Temporal.Instant.from(start).toZonedDateTimeISO(one.zone)
          // A gap that ends at midnight moves a late session onto the next date.
          const possible = [0, 1].map((back) => Temporal.PlainDateTime.from(`${date}T${time}`).subtract({ days: back }))
          expect(possible.map((wall) => wall.toZonedDateTime(one.zone).toString())).toContain(local.toString())
        }
      }),
      runs,
    )
  })

  test('there are as many as the rule counts, and each is found by its date and weekday', () => {
    fc.assert(
      fc.property(schedule, (one) => {
        const found = occurrences(one, ...ever)
        expect(found).toHaveLength(Number(/COUNT=(\d+)/.exec(one.rrule ?? '')?.[1]))
        expect(occursOn(one, found.at(-1)?.date ?? '')).toBe(true)
        const weekdays = found.map(({ date }) => Temporal.PlainDate.from(date).dayOfWeek)
        expect(localDays(one)).toHaveLength(new Set(weekdays).size)
      }),
      runs,
    )
  })

  test('an excepted date is gone and the others stay', () => {
    fc.assert(
      fc.property(schedule, fc.nat(), (one, at) => {
        const before = dates(one)
        fc.pre(before.length > 1)
        const off = before[at % before.length] ?? ''
        expect(dates({ ...one, except: [off] })).toEqual(before.filter((date) => date !== off))
      }),
      runs,
    )
  })

  test('a weekly rule falls on the days that a calendar and a ruler would give', () => {
    fc.assert(
      fc.property(day, days, fc.integer({ min: 1, max: 4 }), (from, chosen, every) => {
        const monday = from.subtract({ days: from.dayOfWeek - 1 })
        const expected = Array.from({ length: 200 }, (_, step) => from.add({ days: step })).filter((date) => {
          const name = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][date.dayOfWeek - 1] ?? ''
          return Math.floor(monday.until(date).days / 7) % every === 0 && chosen.some((one) => one === name)
        })
        const until = from.add({ days: 199 }).toString().replaceAll('-', '')
        const rrule = `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${chosen};UNTIL=${until}`
        expect(dates(changed({ start: `${from}T10:00`, rrule }))).toEqual(expected.map(String))
      }),
      runs,
    )
  })
})

test('no text sent as a rule breaks the check or keeps it busy', () => {
  const name = fc.constantFrom(
    'FREQ',
    'INTERVAL',
    'COUNT',
    'UNTIL',
    'BYDAY',
    'BYMONTH',
    'BYMONTHDAY',
    'BYSETPOS',
    'WKST',
  )
  const value = fc.oneof(
    fc.constantFrom(
      'DAILY',
      'WEEKLY',
      'MONTHLY',
      'YEARLY',
      'MO',
      '-1FR',
      '5SU,MO',
      '20270101',
      '20270101T000000Z',
      '-366',
    ),
    fc.integer({ min: -400, max: 600 }).map(String),
    fc.string({ maxLength: 8 }),
  )
  const parts = fc.array(
    fc.tuple(name, value).map((pair) => pair.join('=')),
    { maxLength: 6 },
  )
  const hostile = fc.oneof(
    fc.string(),
    parts.map((all) => `FREQ=DAILY;${all.join(';')}`),
    parts.map((all) => all.join(';')),
  )
  fc.assert(
    fc.property(hostile, (rrule) => {
      const began = performance.now()
      const problems = checkSchedule(changed({ rrule }))
      expect(performance.now() - began).toBeLessThan(5000)
      if (problems.length === 0) expect(starts(changed({ rrule })).length).toBeLessThanOrEqual(500)
    }),
    { numRuns: 300 },
  )
})

function changed(changes: Partial<Schedule>): Schedule {
  return { ...tuesdays, ...changes }
}

function weekly({ days, every, count }: { days: string[]; every: number; count: number }): string {
  return `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${days};COUNT=${count}`
}

function starts(schedule: Schedule): string[] {
  return occurrences(schedule, ...ever).map(({ start }) => start)
}

function dates(schedule: Schedule): string[] {
  return occurrences(schedule, ...ever).map(({ date }) => date)
}

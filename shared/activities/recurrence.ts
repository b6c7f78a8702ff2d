import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

/** A rule that was read: its parts but UNTIL as text, and how it ends. */
export interface Recurrence {
  readonly parts: string
  readonly count?: number
  readonly until?: Until
}

/** The last date, the last local time, or the last instant, whichever the rule gave. It belongs to the series. */
export type Until = Temporal.PlainDate | Temporal.PlainDateTime | Temporal.Instant

/**
 * Reads a recurrence rule (RFC 5545, 3.3.10) strictly: the calendar library passes over what it does not understand,
 * and a rule that means something else than its author believes sends people to a closed door.
 * - `unreadable`: over 500 characters, not the grammar, a part twice, or parts that the RFC keeps apart.
 * - `too-often`: may happen more than once a day.
 * - `unsupported`: good RFC 5545 that no activity needs, days and weeks counted through the year.
 */
export function readRecurrence(text: string): Recurrence | 'unreadable' | 'too-often' | 'unsupported' {
  if (text.length > 500) return 'unreadable'
  const pairs = text
    .toUpperCase()
    .split(';')
    .map((part) => part.split('='))
  const given = new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]))
  if (pairs.some(([name = '']) => unsupported.includes(name))) return 'unsupported'
  if (given.size < pairs.length || !given.has('FREQ')) return 'unreadable'
  if ([...given].some(([name, value]) => !grammar.get(name)?.test(value))) return 'unreadable'
  const until = given.has('UNTIL') ? readUntil(given.get('UNTIL') ?? '') : undefined
  if (until === 'unreadable') return until
  const refused = refuse(given)
  if (refused) return refused
  return {
    parts: [...given].flatMap(([name, value]) => (name === 'UNTIL' ? [] : `${name}=${value}`)).join(';'),
    ...(given.has('COUNT') && { count: Number(given.get('COUNT')) }),
    ...(until && { until }),
  }
}

/**
 * The wall times of a rule in order, to the end of the day `last`; its own UNTIL is not looked at. The start is one of
 * them only if it fits the rule. At most one a day, so the work is bounded by the days from `start` to `last`.
 */
export function wallTimes(
  { parts }: Recurrence,
  start: Temporal.PlainDateTime,
  last: Temporal.PlainDate,
): Temporal.PlainDateTime[] {
  // In UTC every wall time exists once. In the activity's own zone the library leaves out those in a spring gap.
  const dtstart = start.toZonedDateTime('UTC')
  const until = last.toZonedDateTime({ timeZone: 'UTC', plainTime: '23:59:59' })
  const times = new RRuleTemporal({ rruleString: parts, dtstart, until }).all()
  // The library answers in its own copy of Temporal: only the number crosses over.
  return times.map((time) => Temporal.PlainDateTime.from(new Date(time.epochMilliseconds).toISOString().slice(0, -1)))
}

const unsupported: readonly string[] = ['BYYEARDAY', 'BYWEEKNO', 'RSCALE', 'SKIP']

const grammar: ReadonlyMap<string, RegExp> = new Map([
  ['FREQ', /^(SECOND|MINUTE|HOUR|DAI|WEEK|MONTH|YEAR)LY$/],
  ['INTERVAL', /^[1-9]\d{0,2}$/],
  ['COUNT', /^\d{1,5}$/],
  ['UNTIL', /^\d{8}(T\d{6}Z?)?$/],
  ['BYDAY', list('([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)')],
  ['BYMONTHDAY', list('[+-]?(0?[1-9]|[12]\\d|3[01])')],
  ['BYMONTH', list('(0?[1-9]|1[0-2])')],
  ['BYSETPOS', list('[+-]?[1-9]\\d{0,2}')],
  ['BYHOUR', list('([01]?\\d|2[0-3])')],
  ['BYMINUTE', list('[0-5]?\\d')],
  ['BYSECOND', list('[0-5]?\\d')],
  ['WKST', /^(MO|TU|WE|TH|FR|SA|SU)$/],
])

function list(item: string): RegExp {
  return new RegExp(`^${item}(,${item})*$`)
}

function readUntil(text: string): Until | 'unreadable' {
  const type = text.endsWith('Z') ? Temporal.Instant : text.includes('T') ? Temporal.PlainDateTime : Temporal.PlainDate
  try {
    return type.from(text)
  } catch {
    return 'unreadable'
  }
}

function refuse(given: ReadonlyMap<string, string>): 'unreadable' | 'too-often' | 'unsupported' | undefined {
  const freq = given.get('FREQ') ?? ''
  if (['SECONDLY', 'MINUTELY', 'HOURLY'].includes(freq)) return 'too-often'
  if (['BYHOUR', 'BYMINUTE', 'BYSECOND'].some((name) => given.get(name)?.includes(','))) return 'too-often'
  const counted = /\d/.test(given.get('BYDAY') ?? '')
  const selects = [...given.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  if (given.has('COUNT') && given.has('UNTIL')) return 'unreadable'
  if (given.has('BYSETPOS') && !selects) return 'unreadable'
  if (freq === 'WEEKLY' && given.has('BYMONTHDAY')) return 'unreadable'
  if (counted && freq !== 'MONTHLY' && freq !== 'YEARLY') return 'unreadable'
  // The library (2.2.7) drops BYMONTHDAY and plain weekdays beside "the 20th Monday of the year".
  return counted && freq === 'YEARLY' && !given.has('BYMONTH') ? 'unsupported' : undefined
}

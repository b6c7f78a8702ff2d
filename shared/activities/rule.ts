export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]

/** A local start, and an RFC 5545 rule for when again. */
interface Rule {
  readonly start: string
  readonly rrule?: string | undefined
}

/** A schedule as people say it. What nobody would say in one sentence is `other`. */
export interface Recurrence {
  readonly every: 'once' | 'day' | 'week' | 'month' | 'other'
  /** Every so many weeks. */
  readonly interval: number
  readonly days: readonly Weekday[]
  /** Which of the month's: 1 to 4, or -1 for the last. */
  readonly nth: number
  /** The last day, `YYYY-MM-DD`, where the rule says one. */
  readonly until: string | undefined
}

/** Reads the rule of a schedule. Pure. */
export function readRecurrence({ start, rrule }: Rule): Recurrence {
  const parts = new Map(
    (rrule ?? '').split(';').map((part): [string, string] => {
      const [name = '', value = ''] = part.split('=')
      return [name.toUpperCase(), value.toUpperCase()]
    }),
  )
  const byDay = (parts.get('BYDAY') ?? '').split(',').filter(Boolean)
  const named = byDay.map((day) => day.slice(-2).toLowerCase() as Weekday)
  const days = named.length > 0 ? weekdays.filter((day) => named.includes(day)) : [weekdayOf(start)]
  const until = parts.get('UNTIL')?.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3')
  const nth = Number(byDay[0]?.slice(0, -2) || parts.get('BYSETPOS') || 0)
  const interval = Number(parts.get('INTERVAL') ?? 1)
  return { every: everyOf(parts, { interval, nth, days }), interval, days, nth, until }
}

function everyOf(
  parts: ReadonlyMap<string, string>,
  { interval, nth, days }: Pick<Recurrence, 'interval' | 'nth' | 'days'>,
): Recurrence['every'] {
  if (!parts.has('FREQ')) return 'once'
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYSETPOS', 'UNTIL', 'COUNT', 'WKST']
  const isPlain = [...parts.keys()].every((name) => known.includes(name))
  const isNth = [1, 2, 3, 4, -1].includes(nth) && days.length === 1 && interval === 1
  if (isPlain && parts.get('FREQ') === 'WEEKLY' && nth === 0) return 'week'
  if (isPlain && parts.get('FREQ') === 'DAILY' && interval === 1 && !parts.has('BYDAY')) return 'day'
  if (isPlain && parts.get('FREQ') === 'MONTHLY' && isNth) return 'month'
  return 'other'
}

/** The days of the week on which it happens; none for what nobody would say in one sentence. */
export function daysOf(schedule: Rule | undefined): readonly Weekday[] {
  if (schedule === undefined) return []
  const { every, days } = readRecurrence(schedule)
  return every === 'day' ? weekdays : every === 'other' ? [] : days
}

export function weekdayOf(start: string): Weekday {
  const sundayFirst = new Date(`${start.slice(0, 10)}T12:00Z`).getUTCDay()
  return weekdays[(sundayFirst + 6) % 7] ?? 'mo'
}

import { Temporal } from 'temporal-polyfill'
import { isZone } from '../core/time.ts'
import { type Recurrence, readRecurrence, type Until, wallTimes } from './recurrence.ts'
import type { Schedule, ScheduleProblem } from './schedule.ts'

/** Every start of a schedule, in order and in its zone, at most 500; or why there is no such list. */
export function expand(schedule: Schedule): { starts: Temporal.ZonedDateTime[] } | { problems: ScheduleProblem[] } {
  const { zone, rrule, except = [] } = schedule
  const start = readStart(schedule.start)
  const rule = rrule === undefined ? undefined : readRecurrence(rrule)
  const problems: ScheduleProblem[] = []
  if (!start) problems.push('bad-start')
  if (!isZone(zone)) problems.push('unknown-zone')
  if (typeof rule === 'string') problems.push(rule)
  if (!start || typeof rule === 'string' || problems.length > 0) return { problems }
  const times = rule ? repeat(rule, start, zone) : [start.toZonedDateTime(zone)]
  if (typeof times === 'string') return { problems: [times] }
  // A place that leaves out a whole day at the date line moves that day's session onto the next day's: keep one.
  const starts = times
    .filter((time, index, all) => index === 0 || !all[index - 1]?.equals(time))
    .filter((time) => !except.includes(time.toPlainDate().toString()))
  return starts.length > 0 ? { starts } : { problems: ['never'] }
}

const mostOccurrences = 500
const mostYears = 3

function repeat(
  rule: Recurrence,
  start: Temporal.PlainDateTime,
  zone: string,
): Temporal.ZonedDateTime[] | 'endless' | 'too-many' {
  const { count, until } = rule
  const horizon = start.toPlainDate().add({ years: mostYears })
  const end = until && lastInstant(until, zone)
  const last = end?.toZonedDateTimeISO(zone).toPlainDate() ?? horizon
  if ((count === undefined && !end) || Temporal.PlainDate.compare(last, horizon) > 0) return 'endless'
  if (count !== undefined && count > mostOccurrences) return 'too-many'
  // Compared as instants: a time that moved out of the spring gap may have moved past the end.
  const times = wallTimes(rule, start, last)
    .map((wall) => wall.toZonedDateTime(zone))
    .filter((time) => !end || Temporal.Instant.compare(time.toInstant(), end) <= 0)
  if (times.length > mostOccurrences) return 'too-many'
  return count !== undefined && times.length > 0 && times.length < count ? 'endless' : times
}

function lastInstant(until: Until, zone: string): Temporal.Instant {
  if (until instanceof Temporal.Instant) return until
  const local = until instanceof Temporal.PlainDate ? until.toPlainDateTime('23:59:59') : until
  return local.toZonedDateTime(zone).toInstant()
}

function readStart(text: string): Temporal.PlainDateTime | undefined {
  if (!/^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  try {
    return Temporal.PlainDateTime.from(text)
  } catch {
    return undefined
  }
}

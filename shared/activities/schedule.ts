import { Temporal } from 'temporal-polyfill'
import type * as z from 'zod'
import { expand } from './expand.ts'
import type { Schedule as ScheduleSchema } from './schema.ts'

/** A local start, minutes, an IANA zone, a rule without `RRULE:` for when again, and dates on which it is off. */
export type Schedule = z.infer<typeof ScheduleSchema>

/**
 * Why a schedule is refused:
 * - `bad-start`: no such date or time; `unknown-zone`: no IANA zone.
 * - `unreadable`, `too-often` (more than once a day), `unsupported`: the rule, see `readRecurrence`.
 * - `endless`: the rule has neither COUNT nor UNTIL, or goes on more than three years after the start.
 * - `too-many`: over 500 occurrences.
 * - `never`: not one in the three years, or all of them excepted.
 */
export type ScheduleProblem =
  | 'bad-start'
  | 'unknown-zone'
  | 'unreadable'
  | 'too-often'
  | 'unsupported'
  | 'endless'
  | 'too-many'
  | 'never'

/** One time that it happens: ISO instants in UTC, and the date on the wall where it starts. */
export interface Occurrence {
  readonly start: string
  readonly end: string
  readonly date: string
}

/** A day of the week, as the codes of a person's free days have it. */
export type Weekday = (typeof weekdays)[number]

/** All that is wrong with a schedule; empty when it may be kept. Whatever the rule says, it takes well under a second. */
export function checkSchedule(schedule: Schedule): ScheduleProblem[] {
  const expanded = expand(schedule)
  return 'problems' in expanded ? expanded.problems : []
}

/**
 * The occurrences that start at or after `from` and before `to`, in order, the first `limit` of them. They keep their
 * wall time across daylight saving; a time inside the spring gap moves later by the gap, one that the autumn repeats is
 * the first of the two (Temporal's `compatible`). A duration is elapsed minutes.
 * @param from ISO instant, as is `to`.
 * @throws RangeError for a schedule that `checkSchedule` refuses, or a bound that is no instant.
 */
export function occurrences(schedule: Schedule, from: string, to: string, limit: number): Occurrence[] {
  const [first, last] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  return startsOf(schedule)
    .filter((start) => !isBefore(start, first) && isBefore(start, last))
    .slice(0, limit)
    .map((start) => ({
      start: start.toInstant().toString(),
      end: start.add({ minutes: schedule.durationMinutes }).toInstant().toString(),
      date: start.toPlainDate().toString(),
    }))
}

/** Whether it happens on a local date (`YYYY-MM-DD`). Throws as `occurrences` does. */
export function occursOn(schedule: Schedule, date: string): boolean {
  return startsOf(schedule).some((start) => start.toPlainDate().toString() === date)
}

/** The local weekdays on which it ever happens, Monday first. Throws as `occurrences` does. */
export function localDays(schedule: Schedule): Weekday[] {
  const days = new Set(startsOf(schedule).map((start) => start.dayOfWeek))
  return weekdays.filter((_, index) => days.has(index + 1))
}

const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const

function startsOf(schedule: Schedule): Temporal.ZonedDateTime[] {
  const expanded = expand(schedule)
  if ('starts' in expanded) return expanded.starts
  throw new RangeError(`This schedule cannot be used: ${expanded.problems.join(', ')}.`)
}

function isBefore(time: Temporal.ZonedDateTime, instant: Temporal.Instant): boolean {
  return Temporal.Instant.compare(time.toInstant(), instant) < 0
}

import { dateIn } from '../core/time.ts'
import { localDays, type Occurrence, occurrences, type Schedule } from './schedule.ts'

const mostKnown = 1_000
const always = ['1000-01-01T00:00:00Z', '9999-01-01T00:00:00Z'] as const

/** On which weekdays a schedule ever has it happen. */
export const daysOf = remembered(localDays)

/** Every start, as epoch milliseconds in order. */
const startsOf = remembered((schedule) =>
  occurrences(schedule, ...always, Number.POSITIVE_INFINITY).map(({ start }) => Date.parse(start)),
)

/** The next time that it begins, at or after an ISO instant. */
export function nextOccurrence(schedule: Schedule, now: string): Occurrence | undefined {
  const from = Date.parse(now)
  const start = startsOf(schedule).find((at) => at >= from)
  return start === undefined ? undefined : occurrenceAt(schedule, start)
}

/** Every time that it begins on a date from `from` to `to` in the schedule's own zone, both included. */
export function occurrencesOn(schedule: Schedule, from: string, to: string): Occurrence[] {
  return startsOf(schedule)
    .map((start) => occurrenceAt(schedule, start))
    .filter(({ date }) => date >= from && date <= to)
}

function occurrenceAt({ durationMinutes, zone }: Schedule, at: number): Occurrence {
  const start = new Date(at).toISOString()
  return { start, end: new Date(at + durationMinutes * 60_000).toISOString(), date: dateIn(zone, start) }
}

/** Working out a schedule takes milliseconds, a list has hundreds of them, and the answer never changes. */
function remembered<T>(workOut: (schedule: Schedule) => T): (schedule: Schedule) => T {
  const known = new Map<string, T>()
  return (schedule) => {
    const name = JSON.stringify(schedule)
    const found = known.get(name)
    if (found !== undefined) return found
    const value = workOut(schedule)
    const oldest = known.keys().next().value
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
    known.set(name, value)
    return value
  }
}

import { Temporal } from 'temporal-polyfill'
import type { Activity } from '../../../shared/activities/schema.ts'
import type { ActivityTemplate } from './content/activities.ts'

type Repeats = NonNullable<ActivityTemplate['schedule']>

/** The instant of a time on the wall. */
export function instantOn(zone: string, date: string, hour: number, minute: number): string {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime({ hour, minute })
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds).toISOString()
}

/** The date itself, or the Friday before where it is on a weekend. */
export function workday(date: string): string {
  const day = Temporal.PlainDate.from(date)
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) }).toString()
}

/** A template's days as a schedule, from the first one on or after `from` until `until` (`YYYY-MM-DD`). */
export function scheduleOf(
  { day, time, durationMinutes, every }: Repeats,
  zone: string,
  from: string,
  until: string,
): NonNullable<Activity['schedule']> {
  const first = firstOn(weekdays.indexOf(day) + 1, from, every)
  const rule = {
    week: `FREQ=WEEKLY;BYDAY=${day}`,
    'two-weeks': `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`,
    month: `FREQ=MONTHLY;BYDAY=${Math.ceil(first.day / 7)}${day}`,
  }[every]
  const rrule = `${rule};UNTIL=${until.replaceAll('-', '')}T235959Z`
  return { start: `${first}T${time}`, durationMinutes, zone, rrule }
}

const weekdays: readonly Repeats['day'][] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Not every month has a fifth Tuesday: what happens monthly begins on one of the first four. */
function firstOn(weekday: number, from: string, every: Repeats['every']): Temporal.PlainDate {
  const day = Temporal.PlainDate.from(from)
  const first = day.add({ days: (weekday - day.dayOfWeek + 7) % 7 })
  return every === 'month' && first.day > 28 ? first.add({ days: 7 }) : first
}

import { Temporal } from 'temporal-polyfill'

/** The calendar date in `zone` at an ISO instant, as `YYYY-MM-DD`. */
export function dateIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The time of day in `zone` at an ISO instant, as `HH:MM`. */
export function timeIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** `date` (`YYYY-MM-DD`) moved by whole days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The same day so many years later; 28 February for 29 February where there is none. */
export function addYears(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString()
}

/** The instant at which a day (`YYYY-MM-DD`) begins in `zone`. */
export function startOfDay(zone: string, date: string): string {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds).toISOString()
}

/** Whole calendar days from one date (`YYYY-MM-DD`) to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** Whole years from one date (`YYYY-MM-DD`) to another: of a birth date and today, the age. */
export function yearsBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'years' }).years
}

/** The instant `seconds` after an ISO instant, in the same millisecond form. */
export function addSeconds(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString()
}

/** Whether a text is a date that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** Whether a text names a time zone. */
export function isZone(zone: string): boolean {
  // Temporal would also take an offset (+05:00), or a whole timestamp with a zone in it.
  if (!/^[A-Za-z][\w+/-]*$/.test(zone)) return false
  try {
    Temporal.PlainDate.from('2000-01-01').toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}

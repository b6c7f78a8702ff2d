import type { Locale } from '../core/text.ts'
import { dateFormat, languageNames, numberFormat } from './formatters.ts'

type Style = 'long' | 'short' | 'weekday'

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
}

/** A calendar day (`2026-11-01`) as people write it: `November 1, 2026`, `1er novembre 2026`. A short one stays in a line. */
export function day(date: string, locale: Locale, style: Style = 'long'): string {
  const format = dateFormat(`${locale}-CA`, { ...styles[style], timeZone: 'UTC' })
  const words = first(format, new Date(`${date}T12:00Z`), locale)
  return style === 'short' ? words.replace(/\s/g, '\u00a0') : words
}

/** An instant as day and time on the clock of a zone. */
export function moment(instant: string, locale: Locale, zone: string): string {
  const at = new Date(instant)
  const date = first(dateFormat(`${locale}-CA`, { ...styles.long, timeZone: zone }), at, locale)
  return `${date}, ${time(at, locale, zone)}`
}

/** An instant as the calendar day that it falls on in a zone: `2026-11-01`. */
export function dayOf(instant: string | number | Date, zone: string): string {
  const parts = dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date(instant))
}

/** `1:30 p.m.`, `13 h 30`, `9 h`: a browser writes `09 h 00`, and lets the line break inside it. */
export function time(at: Date, locale: Locale, zone: string): string {
  const words = dateFormat(`${locale}-CA`, { timeStyle: 'short', timeZone: zone }).format(at)
  const plain = locale === 'fr' ? words.replace(/^0(?=\d)/, '').replace(/(?<=h)\s00$/, '') : words
  return plain.replace(/\s/g, '\u00a0')
}

/** A local date and time of a listing (`2026-11-01T13:30`), which is in no zone but its own. */
export function localTime(local: string, locale: Locale): string {
  const at = new Date(`${local}Z`)
  return `${day(local.slice(0, 10), locale, 'weekday')}, ${time(at, locale, 'UTC')}`
}

/** A day so many days later: `addDays('2026-11-30', 2)` is `2026-12-02`. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T12:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

export function number(value: number, locale: Locale, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(`${locale}-CA`, options).format(value)
}

export function dollars(cents: number, locale: Locale): string {
  return number(cents / 100, locale, { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' })
}

/** First languages of the land and its neighbours, for which browsers have no name. */
const spokenHere: Readonly<Record<string, Record<Locale, string>>> = {
  oj: { en: 'Ojibwe', fr: 'ojibwé' },
  cr: { en: 'Cree', fr: 'cri' },
  iu: { en: 'Inuktitut', fr: 'inuktitut' },
  moh: { en: 'Mohawk', fr: 'mohawk' },
  crg: { en: 'Michif', fr: 'mitchif' },
}

/** The name of a language (`fr`), in the language of the page. */
export function languageName(code: string, locale: Locale): string {
  return spokenHere[code]?.[locale] ?? languageNames(`${locale}-CA`).of(code) ?? code
}

/** What the clocks of a zone are called, and the city that it is known by: `Eastern Time (Toronto)`. */
export function zoneName(zone: string, locale: Locale): string {
  const parts = dateFormat(`${locale}-CA`, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts(new Date(0))
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone
  return `${name.charAt(0).toLocaleUpperCase()}${name.slice(1)} (${city})`
}

export function list(parts: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(`${locale}-CA`, { type: 'conjunction' }).format(parts)
}

/** Intl writes "1 novembre"; the first of a month is "1er" in French. */
function first(format: Intl.DateTimeFormat, at: Date, locale: Locale): string {
  if (locale === 'en') return format.format(at)
  return format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('')
}

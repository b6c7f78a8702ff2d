import type { Locale } from '../../../shared/core/text.ts'

/** A date (`YYYY-MM-DD`) in words: 21 November 2026, 21 novembre 2026. */
export function dateWords(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
}

/** An instant in words, in a zone: November 21, 2026 at 10:05 a.m. */
export function instantWords(instant: string, locale: Locale, zone: string): string {
  const style = { dateStyle: 'long', timeStyle: 'short', timeZone: zone } as const
  return new Intl.DateTimeFormat(`${locale}-CA`, style).format(new Date(instant))
}

import { capital } from '../../../../shared/i18n/capital.ts'
import { dateFormat } from '../../../../shared/i18n/formatters.ts'
import type { Locale } from '../../i18n/locale.ts'

/** A month (`2026-11`) as people write it: `November 2026`, `Novembre 2026`. */
export function monthWords(month: string, locale: Locale): string {
  const format = dateFormat(`${locale}-CA`, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return capital(format.format(new Date(`${month}-15T12:00Z`)))
}

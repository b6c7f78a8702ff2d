import { numberFormat } from '../../../shared/i18n/formatters.ts'
import type { Locale } from './locale.ts'

export type Params = Readonly<Record<string, string | number>>

/** How the catalogues mark what is to be filled in. React escapes what it shows. */
export const interpolation = { prefix: '{', suffix: '}', escapeValue: false } as const

/** What fills the blanks of a text: numbers as the language writes them, while `count` itself picks the plural form. */
export function blanks(params: Params, locale: Locale) {
  const format = numberFormat(`${locale}-CA`)
  const written = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? format.format(value) : value,
  ])
  return { ...(typeof params.count === 'number' && { count: params.count }), replace: Object.fromEntries(written) }
}

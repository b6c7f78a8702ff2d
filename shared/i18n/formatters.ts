/**
 * Making one of the browser's formatters costs more than a hundred uses of it. There are as many as languages, zones and
 * styles that the page has used: a few dozen.
 */
const made = new Map<string, unknown>()

function kept<F>(key: string, make: () => F): F {
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as F
}

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))
}

export function languageNames(locale: string): Intl.DisplayNames {
  return kept(`languages ${locale}`, () => new Intl.DisplayNames([locale], { type: 'language' }))
}

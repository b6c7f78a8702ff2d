import type { Locale } from '../core/text.ts'
import { languageName, number } from '../i18n/formats.ts'
import { hasText, say } from '../i18n/index.ts'
import type { Reason } from './reasons.ts'

/** A reason in both languages: a navigator reads one, and may show the client the other. */
export function reasonWords(reason: Reason): { en: string; fr: string } {
  return { en: wordsIn('en', reason), fr: wordsIn('fr', reason) }
}

function wordsIn(locale: Locale, { code, params }: Reason): string {
  const [name = ''] = code.split(':')
  const key = name === 'distance' ? `match.distance.${params.of}` : `match.${name}`
  const count = params.left ?? params.ahead
  return say(locale, key, {
    ...Object.fromEntries(Object.entries(params).map(([param, value]) => [param, inWords(locale, param, value)])),
    ...(count !== undefined && { count }),
  })
}

function inWords(locale: Locale, param: string, value: string | number): string {
  if (typeof value === 'number') return number(value, locale)
  if (param === 'language') return languageName(value, locale)
  const key = `code.${param}.${value}`
  return hasText(key) ? say(locale, key) : value
}

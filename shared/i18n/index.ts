import i18next, { type i18n } from 'i18next'
import type { Params } from '../core/errors.ts'
import type { Locale } from '../core/text.ts'
import en from './en.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import type { Text } from './text.ts'

const catalogue: i18n = i18next.createInstance()
void catalogue.init({
  resources: { en: { translation: en }, fr: { translation: fr } },
  lng: 'en',
  fallbackLng: false,
  initAsync: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  returnEmptyString: false,
})

/**
 * The text under a key (`problem.not-found.title`) in a language, with `{names}` filled from `params`; `count` picks
 * the plural form of that language.
 */
export function say(locale: Locale, key: string, params: Params = {}): string {
  return catalogue.t(key, { lng: locale, ...params })
}

/** The words of one language, for what says many. */
export function textIn(locale: Locale): Text {
  return Object.assign((key: string, params: Params = {}) => say(locale, key, params), { locale })
}

/** Whether both catalogues have the key. */
export function hasText(key: string): boolean {
  return catalogue.exists(key, { lng: 'en' }) && catalogue.exists(key, { lng: 'fr' })
}

/** The language to answer in: the first of the two that `Accept-Language` asks for, else `fallback`. */
export function preferredLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...settings] = part.trim().split(';')
      const quality = settings.map((setting) => /^\s*q=([\d.]+)$/.exec(setting)?.[1]).find(Boolean)
      return { language: tag.trim().toLowerCase().split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ language, quality }) => quality > 0 && (language === 'en' || language === 'fr'))
    .sort((a, b) => b.quality - a.quality)
  return (asked[0]?.language as Locale | undefined) ?? fallback
}

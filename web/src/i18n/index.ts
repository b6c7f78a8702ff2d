import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Text } from '../../../shared/i18n/text.ts'
import { blanks, interpolation, type Params } from './blanks.ts'
import type { Locale } from './locale.ts'

export type { Text }

type Part = 'first' | 'rest'

const catalogues = {
  en: { first: () => import('virtual:catalogue/en/first'), rest: () => import('virtual:catalogue/en/rest') },
  fr: { first: () => import('virtual:catalogue/fr/first'), rest: () => import('virtual:catalogue/fr/rest') },
}

/** Makes the page ready to speak a language. */
export async function startSpeaking(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    interpolation,
    returnEmptyString: false,
    resources: {},
  })
  await speak(locale)
}

/**
 * Changes the language of the page, at once and without loading it again.
 * @throws Error when its words are not here and nobody answers: the page keeps its language.
 */
export async function speak(locale: Locale): Promise<void> {
  const needsRest = Object.keys(fetched).some((key) => key.endsWith('rest'))
  await (needsRest ? fetchAllWords(locale) : fetchWords(locale, 'first'))
  await i18next.changeLanguage(locale)
  document.documentElement.lang = `${locale}-CA`
}

/** One fetch for each part of a language: four at most. */
const fetched: Record<string, Promise<unknown>> = {}

function fetchWords(locale: Locale, part: Part): Promise<unknown> {
  const key = `${locale}/${part}`
  fetched[key] ??= catalogues[locale][part]().then(
    ({ default: catalogue }) => i18next.addResourceBundle(locale, 'translation', catalogue, true),
    (failure: unknown) => {
      // It is asked for again the next time.
      delete fetched[key]
      throw failure
    },
  )
  return fetched[key] as Promise<unknown>
}

/** All words of a language: what every screen but the first ones needs. */
function fetchAllWords(locale: Locale): Promise<unknown> {
  return Promise.all([fetchWords(locale, 'first'), fetchWords(locale, 'rest')])
}

/** All words of both languages: what a client reads stands beside what the person helping them reads. */
export function fetchBothLanguages(): Promise<unknown> {
  return Promise.all([fetchAllWords('en'), fetchAllWords('fr')])
}

/** The words of the page, in its language: the same function for as long as that stays. */
export function useText(): Text {
  const { i18n } = useTranslation()
  return textIn(i18n.language as Locale)
}

/** The words of one language, whichever the page speaks: for what somebody else is to read. */
export function useTextIn(locale: Locale): Text {
  useTranslation()
  return textIn(locale)
}

const texts: Partial<Record<Locale, Text>> = {}

function textIn(locale: Locale): Text {
  const t = i18next.getFixedT(locale)
  texts[locale] ??= Object.assign((key: string, params: Params = {}) => t(key, blanks(params, locale)), { locale })
  return texts[locale]
}

/** The one of two texts that the page's language asks for. */
export function inLocale(text: { en: string; fr: string }, locale: Locale): string {
  return text[locale]
}

import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { blanks, interpolation, type Params } from './blanks.ts'
import type { Locale } from './locale.ts'

const catalogues = {
  en: () => import('virtual:catalogue/en'),
  fr: () => import('virtual:catalogue/fr'),
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

/** Changes the language of the page, at once and without loading it again. */
export async function speak(locale: Locale): Promise<void> {
  await learn(locale)
  await i18next.changeLanguage(locale)
  document.documentElement.lang = `${locale}-CA`
}

async function learn(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return
  const { default: catalogue } = await catalogues[locale]()
  i18next.addResourceBundle(locale, 'translation', catalogue)
}

export interface Text {
  /** The words under a key, with `{names}` filled in; `count` picks the plural form. */
  (key: string, params?: Params): string
  readonly locale: Locale
}

/** The words of the page, in its language. */
export function useText(): Text {
  const { t, i18n } = useTranslation()
  const locale = i18n.language as Locale
  const say = (key: string, params: Params = {}) => t(key, blanks(params, locale))
  return Object.assign(say, { locale })
}

/** Words in one language whatever the page speaks: what a client reads beside somebody who speaks another. */
export function useTextIn(locale: Locale): Text {
  const { i18n } = useTranslation()
  const [, setLearned] = useState<Locale>()
  useEffect(() => void learn(locale).then(() => setLearned(locale)), [locale])
  const isKnown = i18n.hasResourceBundle(locale, 'translation')
  const t = i18n.getFixedT(isKnown ? locale : i18n.language)
  const say = (key: string, params?: Record<string, string | number>) => t(key, params ?? {})
  return Object.assign(say, { locale })
}

/** The one of two texts that the page's language asks for. */
export function inLocale(text: { en: string; fr: string }, locale: Locale): string {
  return text[locale]
}

import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Locale } from './locale.ts'

const catalogues = {
  en: () => import('virtual:catalogue/en'),
  fr: () => import('virtual:catalogue/fr'),
}

/** Makes the page ready to speak a language. */
export async function startSpeaking(locale: Locale): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
    returnEmptyString: false,
    resources: {},
  })
  await speak(locale)
}

/** Changes the language of the page, at once and without loading it again. */
export async function speak(locale: Locale): Promise<void> {
  await fetchWords(locale)
  await i18next.changeLanguage(locale)
  document.documentElement.lang = `${locale}-CA`
}

async function fetchWords(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return
  const { default: catalogue } = await catalogues[locale]()
  i18next.addResourceBundle(locale, 'translation', catalogue)
}

export interface Text {
  /** The words under a key, with `{names}` filled in; `count` picks the plural form. */
  (key: string, params?: Record<string, string | number>): string
  readonly locale: Locale
}

/** The words of the page, in its language. */
export function useText(): Text {
  const { t, i18n } = useTranslation()
  const say = (key: string, params?: Record<string, string | number>) => t(key, params ?? {})
  return Object.assign(say, { locale: i18n.language as Locale })
}

/** The words of one language, whichever the page speaks: for what somebody else is to read. None while they are fetched. */
export function useTextIn(locale: Locale): Text | undefined {
  const [isReady, setReady] = useState(i18next.hasResourceBundle(locale, 'translation'))
  useEffect(() => {
    void fetchWords(locale).then(() => setReady(true))
  }, [locale])
  if (!isReady || !i18next.hasResourceBundle(locale, 'translation')) return undefined
  const t = i18next.getFixedT(locale)
  return Object.assign((key: string, params?: Record<string, string | number>) => t(key, params ?? {}), { locale })
}

/** The one of two texts that the page's language asks for. */
export function inLocale(text: { en: string; fr: string }, locale: Locale): string {
  return text[locale]
}

import i18next from 'i18next'

export type Locale = 'en' | 'fr'

/** The language that the page speaks now. */
export function locale(): Locale {
  return i18next.language === 'fr' ? 'fr' : 'en'
}

/** The language that the browser asks for, before anybody signed in. */
export function browserLocale(): Locale {
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

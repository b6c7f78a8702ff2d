/** A text in both official languages: English, and French as written in Canada (U+00A0 is spelled `\u00a0`). */
export interface Bilingual {
  en: string
  fr: string
}

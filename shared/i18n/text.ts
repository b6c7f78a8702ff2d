import type { Params } from '../core/errors.ts'
import type { Locale } from '../core/text.ts'

/** The words of one language: of a page, or of what somebody is to receive. */
export interface Text {
  /** The words under a key, with `{names}` filled in; `count` picks the plural form. */
  (key: string, params?: Params): string
  readonly locale: Locale
}

import type { Locale } from '../core/text.ts'
import { say } from '../i18n/index.ts'

/** Every figure that the product shows, by id; its name and definition are in `shared/i18n` under `figure.<id>`. */
const figures = [
  'referred',
  'contacted',
  'prescribed',
  'attended',
  'completed',
  'days-to-contact',
  'days-to-prescription',
  'closings',
  'loneliness-change',
] as const

/** A data dictionary entry in the reader's language. */
export interface Definition {
  readonly id: (typeof figures)[number]
  readonly name: string
  readonly definition: string
}

/** The data dictionary, in one language. */
export function dictionary(locale: Locale): Definition[] {
  return figures.map((id) => ({
    id,
    name: say(locale, `figure.${id}.name`),
    definition: say(locale, `figure.${id}.definition`),
  }))
}

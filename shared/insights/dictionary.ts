import type { Locale } from '../core/text.ts'
import { say } from '../i18n/index.ts'
import { statistics } from './lines.ts'

/** Changes with the words of any entry, in either language: a test holds the words of each version against their digest. */
export const dictionaryVersion = '2'

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

/** What stands beside a statistic on every line of figures. */
const columns = ['value', 'n', 'missing'] as const

/** A data dictionary entry in the reader's language. */
export interface Definition {
  readonly id: string
  readonly name: string
  readonly definition: string
}

/** The figures, as the data dictionary has them, in one language. */
export function dictionary(locale: Locale): Definition[] {
  return figures.map((id) => defined(locale, 'figure', id))
}

/** The whole data dictionary in one language: figures, then what is counted or measured of them, then a line's columns. */
export function wholeDictionary(locale: Locale): (Definition & { kind: 'figure' | 'statistic' | 'column' })[] {
  const all = { figure: figures, statistic: statistics, column: columns } as const
  return (['figure', 'statistic', 'column'] as const).flatMap((kind) =>
    all[kind].map((id) => ({ kind, ...defined(locale, kind, id) })),
  )
}

function defined(locale: Locale, group: string, id: string): Definition {
  return { id, name: say(locale, `${group}.${id}.name`), definition: say(locale, `${group}.${id}.definition`) }
}

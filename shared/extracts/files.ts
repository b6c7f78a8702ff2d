import { type Cell, toCsv } from '../core/csv.ts'
import type { Locale } from '../core/text.ts'
import { say } from '../i18n/index.ts'
import type { Text } from '../i18n/text.ts'
import { wholeDictionary } from '../insights/dictionary.ts'
import { hiddenWords, partWords } from '../insights/line-words.ts'
import type { Value } from '../insights/lines.ts'
import type { DictionaryOf } from './read.ts'
import type { TakenExtract } from './schema.ts'

/** A file of rows, and what to call it. */
export interface CsvFile {
  readonly name: string
  readonly text: string
}

/** An extract as CSV. The first lines say what it is, so that a number can be traced to the moment it was taken. */
export function extractFile(extract: TakenExtract, locale: Locale): CsvFile {
  const { id, takenAt, takenBy, centre, definition, period, audience, dictionary, lines } = extract
  const label = (key: string) => say(locale, `extract.${key}`)
  const names = new Map(wholeDictionary(locale).map(({ kind, id, name }) => [`${kind} ${id}`, name]))
  const inWords: Text = Object.assign((key: string, params = {}) => say(locale, key, params), { locale })
  const cell = (value: Value): Cell => (typeof value === 'string' ? hiddenWords(value, inWords) : value)
  const head: Cell[][] = [
    [label('product'), centre.name[locale]],
    [label('snapshot'), id],
    [label('taken'), takenAt],
    [label('by'), takenBy.name],
    ...(definition ? [[label('name'), definition.name]] : []),
    [label('period'), period.from, period.to],
    [label('for'), label(audience), label(`${audience}-why`)],
    [label('dictionary'), dictionary],
    [],
  ]
  const columns = ['figure', 'name', 'part', 'part-name', 'statistic', 'value', 'n', 'missing']
  const rows = lines.map((line) => [
    line.figure,
    names.get(`figure ${line.figure}`),
    line.part,
    partWords(line, inWords),
    line.statistic,
    cell(line.value),
    cell(line.n),
    cell(line.missing),
  ])
  return { name: `rx-${centre.id}-${period.from}-${period.to}.csv`, text: toCsv([...head, columns, ...rows]) }
}

/** What each figure, statistic and column of an extract means, as CSV. */
export function dictionaryFile({ extract, dictionary, entries }: DictionaryOf, locale: Locale): CsvFile {
  const label = (key: string) => say(locale, `extract.${key}`)
  const text = toCsv([
    [label('product')],
    [label('dictionary'), dictionary],
    [label('snapshot'), extract],
    [],
    ['kind', 'id', 'name', 'definition'],
    ...entries.map(({ kind, id, name, definition }) => [kind, id, name, definition]),
  ])
  return { name: `rx-dictionary-${dictionary}.csv`, text }
}

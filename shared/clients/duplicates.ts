import type { Context } from '../core/context.ts'
import { fold } from '../core/text.ts'
import type { Client } from './schema.ts'
import {
  digits,
  foldedNames,
  hitOf,
  namePartition,
  nameWords,
  type SearchEntry,
  type SearchHit,
} from './search-entries.ts'

type Likeness = Pick<Client, 'names' | 'birthDate' | 'chartNumber' | 'contactPoints'>

/** Why two records look like one person. */
export interface Candidate extends SearchHit {
  readonly because: readonly ('chart-number' | 'birth-date' | 'phone' | 'name')[]
}

/** How many are offered: as many as one can say no to. */
export const mostCandidates = 20

/**
 * Records that look like this person, the likeliest first: the same chart number; the same birth date or phone with a
 * name in common; or given and family name the same where a birth date is missing on either side. A query each, side by
 * side.
 */
export async function likelyDuplicates(ctx: Context, person: Likeness): Promise<readonly Candidate[]> {
  const names = foldedNames(person)
  const called = [person.names.given, person.names.family].flatMap((name) => nameWords(name))
  const longest = called.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const phones = person.contactPoints.filter(({ system }) => system === 'phone').map(({ value }) => digits(value))
  const [charts, births, namesakes, ...rung] = await Promise.all([
    person.chartNumber ? entries(ctx, `CHART#${fold(person.chartNumber)}`) : [],
    person.birthDate ? entries(ctx, `BORN#${person.birthDate}`) : [],
    [...longest].length >= 2 ? entries(ctx, namePartition(longest), longest) : [],
    ...phones.map((phone) => entries(ctx, `PHONE#${phone}`)),
  ])
  const shares = ({ words }: SearchEntry) => words.some((word) => word.length > 1 && names.includes(word))
  const isNamesake = ({ birthDate, words }: SearchEntry) =>
    called.every((word) => words.includes(word)) && (!birthDate || !person.birthDate)
  const found = new Map<string, { entry: SearchEntry; because: Candidate['because'][number][] }>()
  const note = (list: readonly SearchEntry[], because: Candidate['because'][number]) => {
    for (const entry of list) {
      const known = found.get(entry.id)
      if (known) known.because.push(because)
      else found.set(entry.id, { entry, because: [because] })
    }
  }
  note(charts, 'chart-number')
  note(births.filter(shares), 'birth-date')
  note(rung.flat().filter(shares), 'phone')
  note(namesakes.filter(isNamesake), 'name')
  return [...found.values()]
    .map(({ entry, because }) => ({ ...hitOf(entry), because }))
    .sort((a, b) => b.because.length - a.because.length)
}

/** Entries of one whole word, a phone, a birth date or a chart number. */
function entries(ctx: Context, partition: string, word = ''): Promise<SearchEntry[]> {
  return ctx.store.queryAll<SearchEntry>({ partition, begins: `${word}#` })
}

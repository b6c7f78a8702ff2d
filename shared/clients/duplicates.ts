import type { Context } from '../core/context.ts'
import { fold } from '../core/text.ts'
import type { Client } from './schema.ts'
import { digits, foldedNames, type SearchHit } from './search-entries.ts'

type Likeness = Pick<Client, 'names' | 'birthDate' | 'chartNumber' | 'contactPoints'>

/** Why two records look like one person. */
export interface Candidate extends SearchHit {
  readonly because: readonly ('chart-number' | 'birth-date' | 'phone' | 'name')[]
}

/**
 * Records that look like this person, the likeliest first: the same chart number; the same birth date or phone with a
 * name in common; or every name the same where a birth date is missing on either side. Four queries, side by side.
 */
export async function likelyDuplicates(ctx: Context, person: Likeness): Promise<readonly Candidate[]> {
  const names = foldedNames(person)
  const family = fold(person.names.family)
  const phones = person.contactPoints.filter(({ system }) => system === 'phone').map(({ value }) => digits(value))
  const [charts, births, sameName, ...rung] = await Promise.all([
    person.chartNumber ? hits(ctx, `CHART#${fold(person.chartNumber)}`) : [],
    person.birthDate ? hits(ctx, `BORN#${person.birthDate}`) : [],
    family.length >= 2 ? hits(ctx, `NAME#${[...family].slice(0, 2).join('')}`, `${family}#`) : [],
    ...phones.map((phone) => hits(ctx, `PHONE#${phone}`)),
  ])
  const shares = (hit: SearchHit) => hit.words.some((word) => word.length > 1 && names.includes(word))
  const isNamesake = (hit: SearchHit) =>
    names.every((word) => hit.words.includes(word)) && (!hit.birthDate || !person.birthDate)
  const found = new Map<string, { hit: SearchHit; because: Candidate['because'][number][] }>()
  const note = (list: readonly SearchHit[], because: Candidate['because'][number]) => {
    for (const hit of list) {
      const known = found.get(hit.id)
      if (known) known.because.push(because)
      else found.set(hit.id, { hit, because: [because] })
    }
  }
  note(charts, 'chart-number')
  note(births.filter(shares), 'birth-date')
  note(rung.flat().filter(shares), 'phone')
  note(sameName.filter(isNamesake), 'name')
  return [...found.values()]
    .map(({ hit, because }) => ({ ...hit, because }))
    .sort((a, b) => b.because.length - a.because.length)
}

async function hits(ctx: Context, partition: string, begins = ''): Promise<SearchHit[]> {
  return ctx.store.queryAll<SearchHit>({ partition, begins: begins || '#' })
}

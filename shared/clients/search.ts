import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { date, fold, text } from '../core/text.ts'
import type { Page } from '../db/query.ts'
import { hitOf, namePartition, nameWords, type SearchEntry, type SearchHit } from './search-entries.ts'

export const SearchInput = z.strictObject({
  /** Any part of any name: two letters or more; of several words, each must be found. */
  text: text(80).optional(),
  birthDate: date.optional(),
  chartNumber: text(30).optional(),
})

interface Paged {
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Clients by a part of a name, by birth date or by chart number; accents and case make no difference. One query, which
 * a search of several words narrows by the words the entries carry: a page may have fewer hits than `limit`, and more
 * may follow.
 * @throws InvalidInput unless searched by exactly one of the three, with two letters at least.
 */
export async function searchClients(
  ctx: Context,
  input: z.infer<typeof SearchInput> & Paged,
): Promise<Page<SearchHit>> {
  ctx.require('clients:search')
  const { text, birthDate, chartNumber, ...page } = input
  if ([text, birthDate, chartNumber].filter((given) => given !== undefined).length !== 1) {
    throw new InvalidInput([{ pointer: '#', code: 'search-one-way' }])
  }
  if (text) return byName(ctx, text, page)
  const partition = birthDate ? `BORN#${birthDate}` : `CHART#${fold(chartNumber ?? '')}`
  const found = await ctx.store.query<SearchEntry>({ partition, ...page })
  return { ...found, items: found.items.map(hitOf) }
}

async function byName(ctx: Context, text: string, page: Paged): Promise<Page<SearchHit>> {
  const words = nameWords(text)
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const { length } = [...longest]
  if (length < 2) throw new InvalidInput([{ pointer: '#/text', code: 'too-small-text', params: { least: 2 } }])
  const found = await ctx.store.query<SearchEntry>({ partition: namePartition(longest), begins: longest, ...page })
  // Of a client's endings that begin so, only the first does not share all those letters with the one before it.
  const isFirst = ({ shared }: SearchEntry) => shared < length
  const hasAll = ({ words: names }: SearchEntry) => words.every((word) => names.some((name) => name.includes(word)))
  return { ...found, items: found.items.filter((entry) => isFirst(entry) && hasAll(entry)).map(hitOf) }
}

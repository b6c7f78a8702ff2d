import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { date, fold, text } from '../core/text.ts'
import type { Page } from '../db/store.ts'
import { nameWords, type SearchHit } from './search-entries.ts'

export const SearchInput = z.strictObject({
  /** Any part of any name: two letters or more; of several words, each must be found. */
  text: text(80).optional(),
  birthDate: date.optional(),
  chartNumber: text(30).optional(),
})

/**
 * Clients by a part of a name, by birth date or by chart number; accents and case make no difference. One query, which
 * a search of several words narrows by the words the hits carry.
 * @throws InvalidInput unless searched by exactly one of the three, with two letters at least.
 */
export async function searchClients(
  ctx: Context,
  input: z.infer<typeof SearchInput> & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<SearchHit>> {
  ctx.require('clients:search')
  const { text, birthDate, chartNumber, ...page } = input
  if ([text, birthDate, chartNumber].filter((given) => given !== undefined).length !== 1) {
    throw new InvalidInput([{ pointer: '#', code: 'search-one-way' }])
  }
  if (birthDate) return ctx.store.query({ partition: `BORN#${birthDate}`, ...page })
  if (chartNumber) return ctx.store.query({ partition: `CHART#${fold(chartNumber)}`, ...page })
  return byName(ctx, text ?? '', page)
}

async function byName(
  ctx: Context,
  text: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<SearchHit>> {
  const words = nameWords(text)
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const letters = [...longest]
  if (letters.length < 2) throw new InvalidInput([{ pointer: '#/text', code: 'too-small-text', params: { least: 2 } }])
  const found = await ctx.store.query<SearchHit>({
    partition: `NAME#${letters.slice(0, 2).join('')}`,
    begins: longest,
    ...page,
  })
  const matches = (hit: SearchHit) => words.every((word) => hit.words.some((name) => name.includes(word)))
  const once = new Map(found.items.filter(matches).map((hit) => [hit.id, hit]))
  return { ...found, items: [...once.values()] }
}

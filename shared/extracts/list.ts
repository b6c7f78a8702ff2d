import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import type { ExtractHead, TakenExtract } from './schema.ts'

/** What was taken out, when, by whom, for whom: the last first, without the figures. */
export async function listExtracts(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ExtractHead>> {
  ctx.require('extracts:read')
  const found = await ctx.store.query<TakenExtract>({
    index: 'list',
    partition: 'EXTRACTS',
    descending: true,
    ...page,
  })
  return { ...found, items: found.items.map(({ lines: _, ...head }) => head) }
}

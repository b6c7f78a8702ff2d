import type { Context } from '../core/context.ts'
import { startOfDay } from '../core/time.ts'
import type { Page } from '../db/query.ts'
import { Disposal } from './schema.ts'

/** Certificates of disposal, the newest first; one that is still under way was cut short. */
export function listDisposals(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Disposal>> {
  ctx.require('disposals:read')
  return ctx.store.query({ index: 'list', partition: 'DISPOSALS', descending: true, ...page })
}

/** @throws NotFound */
export function readDisposal(ctx: Context, id: string): Promise<Disposal> {
  ctx.require('disposals:read')
  return ctx.store.get(Disposal, id)
}

/** How many of the disposals that began in a year are completed. */
export async function disposalsOf(ctx: Context, year: number): Promise<number> {
  const { zone } = ctx.centre
  const begun = await ctx.store.queryAll<Disposal>({
    index: 'list',
    partition: 'DISPOSALS',
    between: [startOfDay(zone, `${year}-01-01`), startOfDay(zone, `${year + 1}-01-01`)],
  })
  return begun.filter(({ status }) => status === 'completed').length
}

import type { Context } from '../core/context.ts'
import { Shortlist, type ShortlistView, shownToStaff } from './schema.ts'

/** @throws NotFound for one that the caller may not see. */
export async function getShortlist(ctx: Context, id: string): Promise<ShortlistView> {
  ctx.require('shortlists:read')
  return shownToStaff(await ctx.store.get(Shortlist, id))
}

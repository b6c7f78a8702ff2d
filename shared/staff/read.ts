import type { Context } from '../core/context.ts'
import { type Member, Staff, shown } from './schema.ts'

/**
 * A colleague with everything that an administrator may change.
 * @throws NotFound.
 */
export async function readStaff(ctx: Context, id: string): Promise<Member> {
  ctx.require('staff:write')
  return shown(await ctx.store.get(Staff, id))
}

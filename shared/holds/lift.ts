import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { Hold } from './schema.ts'

/**
 * Lifts a legal hold; it stays on record with both reasons.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `hold-lifted` the second time.
 */
export async function liftHold(
  ctx: Context,
  { id, ifMatch, reason }: { readonly id: string; readonly ifMatch: number; readonly reason: string },
): Promise<Hold> {
  ctx.require('holds:write')
  const hold = await ctx.store.get(Hold, id, { ifMatch })
  if (hold.status === 'lifted') throw new Conflict('hold-lifted')
  const lifted: Hold = {
    ...hold,
    version: hold.version + 1,
    status: 'lifted',
    liftedAt: ctx.now,
    liftedBy: ctx.actor.id,
    liftReason: reason,
  }
  return ctx.store.commit([change(Hold, hold, lifted, 'lifted')])
}

import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { Partner } from './schema.ts'
import { movePartner } from './status.ts'
import type { SeenPartner } from './update.ts'

/**
 * The centre works with a partner again. Keys that ended with the work stay ended: new ones are created.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is inactive.
 */
export async function activatePartner(ctx: Context, input: SeenPartner): Promise<Partner> {
  ctx.require('partners:write')
  const partner = await ctx.store.get(Partner, input.id, input)
  return ctx.store.commit([change(Partner, partner, movePartner(partner, 'active'), 'activated')])
}

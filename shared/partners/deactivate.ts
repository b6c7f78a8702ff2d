import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { liveKeys } from './keys/live.ts'
import { revoked } from './keys/revoke.ts'
import { Partner } from './schema.ts'
import { movePartner } from './status.ts'
import type { SeenPartner } from './update.ts'

/**
 * The centre works with a partner no longer: nothing new goes there, and every key of the partner is revoked with it.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is active.
 */
export async function deactivatePartner(ctx: Context, input: SeenPartner): Promise<Partner> {
  ctx.require('partners:write')
  const [partner, keys] = await Promise.all([ctx.store.get(Partner, input.id, input), liveKeys(ctx, input.id)])
  return ctx.store.commit([
    change(Partner, partner, movePartner(partner, 'inactive'), 'deactivated', { keysRevoked: keys.length }),
    ...keys.map((key) => ({ ...revoked(ctx, key), contended: true })),
  ])
}

import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { looked } from '../retention/looked.ts'
import { Hold } from './schema.ts'

/**
 * Sets a legal hold on a client's record. Of a hold and a disposal in the same instant one sees the other.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see; Conflict `client-merged`,
 *   `client-disposing`.
 */
export async function setHold(
  ctx: Context,
  { client, reason }: { readonly client: string; readonly reason: string },
): Promise<Hold> {
  ctx.require('holds:write')
  await ctx.store.get(Client, client)
  const hold: Hold = {
    id: ctx.id('hold'),
    version: 1,
    client,
    status: 'active',
    reason,
    setAt: ctx.now,
    setBy: ctx.actor.id,
  }
  return ctx.store.commit([create(Hold, hold, 'set'), await looked(ctx, client)], { checks: [clientIsActive(client)] })
}

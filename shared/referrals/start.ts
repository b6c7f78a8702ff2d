import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import type { Seen } from './accept.ts'
import { cohortFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'
import { mayBeTakenBack } from './take-back.ts'

/**
 * Work on an accepted referral begins without a contact on record; reaching the client or prescribing starts it too.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is accepted; Conflict
 *   `referral-on-hold` for one that is to be taken up again instead.
 */
export async function startReferral(ctx: Context, input: Seen): Promise<Referral> {
  ctx.require('referrals:start')
  const referral = await ctx.store.get(Referral, input.id, input)
  if (referral.status === 'on-hold') throw new Conflict('referral-on-hold')
  const started = mayBeTakenBack(ctx, referral, moveReferral(ctx, referral, 'in-progress'))
  return ctx.store.commit([change(Referral, referral, started, 'started', cohortFacts(ctx, referral))])
}

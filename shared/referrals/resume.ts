import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import type { Seen } from './accept.ts'
import { cohortFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'
import { mayBeTakenBack } from './take-back.ts'

/**
 * Takes up a referral again that was on hold.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is on hold; Conflict
 *   `referral-not-on-hold` for one that work is to begin on instead.
 */
export async function resumeReferral(ctx: Context, input: Seen): Promise<Referral> {
  ctx.require('referrals:resume')
  const referral = await ctx.store.get(Referral, input.id, input)
  if (referral.status === 'accepted') throw new Conflict('referral-not-on-hold')
  const moved = moveReferral(ctx, referral, 'in-progress', { nextActionOn: ctx.today })
  const resumed = mayBeTakenBack(ctx, referral, moved)
  return ctx.store.commit([change(Referral, referral, resumed, 'resumed', cohortFacts(ctx, referral))])
}

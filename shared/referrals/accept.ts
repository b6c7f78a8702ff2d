import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { messageBack } from '../messages/back.ts'
import { cohortFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'
import { mayBeTakenBack } from './take-back.ts'

/** A referral that the caller has seen in this version. */
export interface Seen {
  readonly id: string
  readonly ifMatch: number
}

/**
 * A navigator takes a requested referral into their caseload. The prescriber hears of it.
 * @returns the referral as accepted, `version` advanced by one.
 * @throws NotFound; PreconditionFailed (412) when `ifMatch` is stale; InvalidTransition (409) unless it is `requested`.
 */
export async function acceptReferral(ctx: Context, input: Seen): Promise<Referral> {
  ctx.require('referrals:accept')
  const referral = await ctx.store.get(Referral, input.id, input)
  const moved = moveReferral(ctx, referral, 'accepted', { navigator: ctx.actor.id, acceptedAt: ctx.now })
  const told = await messageBack(ctx, moved, 'accepted')
  const accepted = mayBeTakenBack(ctx, referral, moved, told)
  return ctx.store.commit([change(Referral, referral, accepted, 'accepted', cohortFacts(ctx, referral)), ...told])
}

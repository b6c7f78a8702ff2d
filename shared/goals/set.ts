import { clientIsActive } from '../clients/active.ts'
import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { Referral } from '../referrals/schema.ts'
import { checkUnderWay } from '../referrals/under-way.ts'
import { Goal, type GoalInput } from './schema.ts'

/**
 * Writes down what matters to the client, in the client's words.
 * @throws NotFound; Conflict `referral-not-open` unless the referral is accepted, in progress or on hold,
 *   `client-merged`.
 */
export async function setGoal(ctx: Context, input: GoalInput & { readonly referral: string }): Promise<Goal> {
  ctx.require('goals:set')
  const referral = await ctx.store.get(Referral, input.referral)
  checkUnderWay(referral)
  const goal: Goal = {
    ...input,
    id: ctx.id('goal'),
    version: 1,
    client: referral.client,
    status: 'active',
    reviews: [],
    setAt: ctx.now,
  }
  const facts = { referral: referral.id, weight: goal.weight }
  return ctx.store.commit([create(Goal, goal, 'set', facts)], { checks: [clientIsActive(referral.client)] })
}

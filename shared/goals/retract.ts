import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { activeGoal, type Seen } from './active.ts'
import { Goal } from './schema.ts'

/**
 * Marks a goal as entered in error: it leaves the T-score and stays on record.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error` when it is so marked already.
 */
export async function retractGoal(ctx: Context, input: Seen): Promise<Goal> {
  ctx.require('goals:retract')
  const goal = await activeGoal(ctx, input)
  const retracted: Goal = { ...goal, status: 'entered-in-error', version: goal.version + 1 }
  const facts = { referral: goal.referral, reviews: goal.reviews.length }
  return ctx.store.commit([change(Goal, goal, retracted, 'retracted', facts)])
}

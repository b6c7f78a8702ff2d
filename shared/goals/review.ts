import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { activeGoal, type Seen } from './active.ts'
import { Goal, mostReviews, Review } from './schema.ts'

export const ReviewInput = Review.pick({ level: true, note: true })

/**
 * The client says how far a goal was reached. The latest review counts, the earlier ones stay. Whatever the referral's
 * status: follow-ups come long after it has closed.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error`, `too-many-reviews`.
 */
export async function reviewGoal(ctx: Context, input: Seen & z.infer<typeof ReviewInput>): Promise<Goal> {
  ctx.require('goals:review')
  const goal = await activeGoal(ctx, input)
  if (goal.reviews.length >= mostReviews) throw new Conflict('too-many-reviews', { most: mostReviews })
  const { level, note } = input
  const review = { at: ctx.now, level, ...(note && { note }), by: ctx.actor.id }
  const reviewed = { ...goal, level, reviews: [...goal.reviews, review], version: goal.version + 1 }
  const facts = { referral: goal.referral, level, weight: goal.weight, review: reviewed.reviews.length }
  return ctx.store.commit([change(Goal, goal, reviewed, 'reviewed', facts)])
}

import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { formerValues } from '../corrections/keep.ts'
import { CorrectionReason } from '../corrections/schema.ts'
import { change } from '../db/event.ts'
import { activeGoal, type Seen } from './active.ts'
import { Goal, GoalSchema } from './schema.ts'

/** `reason` says why, where that is worth a word. */
export const UpdateGoalInput = GoalSchema.pick({ words: true, weight: true }).partial().extend(CorrectionReason.shape)
export type UpdateGoalInput = z.infer<typeof UpdateGoalInput>

/**
 * Puts a goal in other words, or gives it another weight, before its first review: a level says how far these very
 * words were reached. What stood there is kept; the event names the fields, never the words.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error`, `goal-reviewed`.
 */
export async function updateGoal(ctx: Context, input: Seen & { readonly changes: UpdateGoalInput }): Promise<Goal> {
  ctx.require('goals:update')
  const goal = await activeGoal(ctx, input)
  if (goal.reviews.length > 0) throw new Conflict('goal-reviewed')
  const { reason, ...given } = input.changes
  const { words = goal.words, weight = goal.weight } = given
  const updated = { ...goal, words, weight, version: goal.version + 1 }
  return ctx.store.commit([
    change(Goal, goal, updated, 'updated', { referral: goal.referral, fields: Object.keys(given) }),
    ...formerValues(ctx, Goal, goal, updated, { client: goal.client, referral: goal.referral, reason }),
  ])
}

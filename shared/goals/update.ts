import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { activeGoal, type Seen } from './active.ts'
import { Goal, GoalSchema } from './schema.ts'

export const UpdateGoalInput = GoalSchema.pick({ words: true, weight: true }).partial()
export type UpdateGoalInput = z.infer<typeof UpdateGoalInput>

/**
 * Puts a goal in other words, or gives it another weight, before its first review: a level says how far these very
 * words were reached. The event names the fields, never the words.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error`, `goal-reviewed`.
 */
export async function updateGoal(ctx: Context, input: Seen & { readonly changes: UpdateGoalInput }): Promise<Goal> {
  ctx.require('goals:update')
  const goal = await activeGoal(ctx, input)
  if (goal.reviews.length > 0) throw new Conflict('goal-reviewed')
  const { words = goal.words, weight = goal.weight } = input.changes
  const updated = { ...goal, words, weight, version: goal.version + 1 }
  const facts = { referral: goal.referral, fields: Object.keys(input.changes) }
  return ctx.store.commit([change(Goal, goal, updated, 'updated', facts)])
}

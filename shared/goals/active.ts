import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { Goal } from './schema.ts'

/** A goal that the caller has seen in this version. */
export interface Seen {
  readonly id: string
  readonly ifMatch: number
}

/**
 * The goal, as one that may still change.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error`.
 */
export async function activeGoal(ctx: Context, input: Seen): Promise<Goal> {
  const goal = await ctx.store.get(Goal, input.id, input)
  if (goal.status === 'entered-in-error') throw new Conflict('entered-in-error')
  return goal
}

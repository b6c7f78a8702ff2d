import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { checkOwnStep } from '../core/take-back.ts'
import { change } from '../db/event.ts'
import { HandOff } from './schema.ts'

/**
 * A hand-off was not seen to after all: it is on its list again, with the note for whoever takes it up.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `nothing-to-take-back` unless it is completed,
 *   `step-of-somebody-else`, `too-late-to-take-back`.
 */
export async function takeBackHandOff(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<HandOff> {
  ctx.require('tasks:complete')
  const { completedAt: at, completedBy: by, ...rest } = await ctx.store.get(HandOff, input.id, input)
  if (at === undefined || by === undefined) throw new Conflict('nothing-to-take-back', { allowed: 'completed' })
  checkOwnStep(ctx, { at, by })
  const before = { ...rest, completedAt: at, completedBy: by }
  const requested: HandOff = { ...rest, status: 'requested', version: rest.version + 1 }
  const { referral, cause } = rest
  return ctx.store.commit([change(HandOff, before, requested, 'taken-back', { referral, cause })])
}

import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { daysBetween } from '../core/time.ts'
import { change } from '../db/event.ts'
import { HandOff, HandOffSchema } from './schema.ts'

export const CompleteInput = HandOffSchema.pick({ note: true })

/**
 * A clinician has seen to a hand-off: it leaves the list.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `task-done` when it was completed before,
 *   `task-of-somebody-else` for one about what the caller did.
 */
export async function completeHandOff(
  ctx: Context,
  input: z.infer<typeof CompleteInput> & { readonly id: string; readonly ifMatch: number },
): Promise<HandOff> {
  ctx.require('tasks:complete')
  const before = await ctx.store.get(HandOff, input.id, input)
  if (before.status === 'completed') throw new Conflict('task-done')
  if (before.raisedBy === ctx.actor.id) throw new Conflict('task-of-somebody-else')
  const completed: HandOff = {
    ...before,
    version: before.version + 1,
    status: 'completed',
    completedAt: ctx.now,
    completedBy: ctx.actor.id,
    ...(input.note && { note: input.note }),
  }
  const { referral, cause, dueOn } = before
  const facts = { referral, cause, days: daysBetween(dueOn, ctx.today) }
  return ctx.store.commit([change(HandOff, before, completed, 'completed', facts)])
}

import type { Context } from '../core/context.ts'
import { Prescription } from './schema.ts'
import { commitStep, type Seen } from './step.ts'

/**
 * The client has begun to take part; a first attendance on record says so too.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is accepted.
 */
export async function startPrescription(ctx: Context, input: Seen): Promise<Prescription> {
  ctx.require('prescriptions:start')
  const prescription = await ctx.store.get(Prescription, input.id, input)
  return commitStep(ctx, prescription, 'in-progress', {
    verb: 'started',
    fields: { startedAt: ctx.now },
    mayBeTakenBack: true,
  })
}

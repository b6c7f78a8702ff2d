import * as z from 'zod'
import { cancelledReasons, completedReasons, failedReasons } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import type { Permission } from '../core/permissions.ts'
import { type KeptReason, reason } from '../core/reason.ts'
import { Prescription } from './schema.ts'
import { commitStep, type Seen } from './step.ts'

export type Ending = 'cancelled' | 'failed' | 'completed'

/** The ways a prescription ends from our side, each with its own list of reasons. */
export const endings: Record<Ending, { permission: Permission; input: z.ZodType<{ reason: KeptReason }> }> = {
  cancelled: { permission: 'prescriptions:cancel', input: z.strictObject({ reason: reason(cancelledReasons) }) },
  failed: { permission: 'prescriptions:fail', input: z.strictObject({ reason: reason(failedReasons) }) },
  completed: { permission: 'prescriptions:complete', input: z.strictObject({ reason: reason(completedReasons) }) },
}

/**
 * Ends a prescription, with a reason and without blame. Its place comes free; the partner no longer sees it.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition when its status forbids this end.
 */
export async function endPrescription(
  ctx: Context,
  status: Ending,
  input: Seen & { readonly reason: KeptReason },
): Promise<Prescription> {
  ctx.require(endings[status].permission)
  const prescription = await ctx.store.get(Prescription, input.id, input)
  const facts = { reason: input.reason.code }
  return commitStep(ctx, prescription, status, { verb: status, facts, fields: { statusReason: input.reason } })
}

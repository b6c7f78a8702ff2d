import * as z from 'zod'
import { cancelledReasons, completedReasons, failedReasons, rejectedReasons } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import { Forbidden } from '../core/errors.ts'
import type { Permission } from '../core/permissions.ts'
import { type KeptReason, reason } from '../core/reason.ts'
import { change } from '../db/event.ts'
import { messageBack } from '../messages/back.ts'
import type { Message } from '../messages/schema.ts'
import { cancelFollowUps } from '../outcomes/follow-ups.ts'
import type { Seen } from './accept.ts'
import { cohortFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'

/** The ways a referral ends, each with its own list of reasons. */
export const closings: Record<Closing, { permission: Permission; input: z.ZodType<{ reason: KeptReason }> }> = {
  rejected: { permission: 'referrals:reject', input: z.strictObject({ reason: reason(rejectedReasons) }) },
  cancelled: { permission: 'referrals:cancel', input: z.strictObject({ reason: reason(cancelledReasons) }) },
  failed: { permission: 'referrals:fail', input: z.strictObject({ reason: reason(failedReasons) }) },
  completed: { permission: 'referrals:complete', input: z.strictObject({ reason: reason(completedReasons) }) },
}
export type Closing = 'rejected' | 'cancelled' | 'failed' | 'completed'

/**
 * Ends a referral, with a reason; the prescriber hears how it ended.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition when its status forbids this end;
 *   Forbidden when a prescriber would cancel somebody else's referral.
 */
export async function closeReferral(
  ctx: Context,
  status: Closing,
  input: Seen & { readonly reason: KeptReason },
): Promise<Referral> {
  ctx.require(closings[status].permission)
  const referral = await ctx.store.get(Referral, input.id, input)
  const isOwn = referral.prescriber === ctx.actor.id
  if (!isOwn && !ctx.permissions.has('referrals:accept')) throw new Forbidden('referrals:accept')
  const closed = moveReferral(ctx, referral, status, { statusReason: input.reason })
  return ctx.store.commit([
    change(Referral, referral, closed, status, { ...cohortFacts(ctx, referral), reason: input.reason.code }),
    ...(await messageBack(ctx, closed, momentOf(status, input.reason), {
      outcome: { list: status, code: input.reason.code },
      ...(input.reason.words && { words: input.reason.words }),
    })),
    ...(await cancelFollowUps(ctx, closed)),
  ])
}

function momentOf(status: Closing, { code }: KeptReason): Message['moment'] {
  if (status === 'rejected' || code === 'client-declined') return 'declined'
  return code === 'unable-to-reach' ? 'unreachable' : 'closed'
}

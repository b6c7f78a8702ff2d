import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Referral } from '../referrals/schema.ts'
import { followUpStatus } from './follow-up.ts'
import { followUpsOf } from './follow-ups.ts'
import { FollowUpSchema } from './schema.ts'

/** A follow-up with where it stands today in the centre's calendar. */
export const StandingFollowUp = FollowUpSchema.extend({
  status: z.enum(['upcoming', 'due', 'overdue', 'missed', 'done', 'cancelled']),
})
export type StandingFollowUp = z.infer<typeof StandingFollowUp>

/**
 * The follow-ups of a referral, the earliest first; none before its first baseline.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function listFollowUps(
  ctx: Context,
  { referral }: { readonly referral: string },
): Promise<{ items: StandingFollowUp[] }> {
  ctx.require('outcomes:read')
  const [followUps] = await Promise.all([followUpsOf(ctx, referral), ctx.store.get(Referral, referral)])
  return {
    items: followUps.map((followUp) => ({
      ...followUp,
      status: followUp.status === 'due' ? followUpStatus(followUp, ctx.today) : followUp.status,
    })),
  }
}

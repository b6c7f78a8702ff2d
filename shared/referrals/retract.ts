import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { text } from '../core/text.ts'
import { change } from '../db/event.ts'
import { cancelFollowUps } from '../outcomes/follow-ups.ts'
import { recordedFacts } from '../outcomes/series.ts'
import type { Seen } from './accept.ts'
import { retractionFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'

export const RetractInput = z.strictObject({ words: text(500) })

/**
 * Marks a referral as entered in error: it leaves the lists and the figures, and stays on record.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition when it is so marked already.
 */
export async function retractReferral(ctx: Context, input: Seen & z.infer<typeof RetractInput>): Promise<Referral> {
  ctx.require('referrals:retract')
  const referral = await ctx.store.get(Referral, input.id, input)
  const statusReason = { code: 'other', words: input.words }
  const retracted = moveReferral(ctx, referral, 'entered-in-error', { statusReason })
  const [outcomes, followUps] = await Promise.all([recordedFacts(ctx, referral.id), cancelFollowUps(ctx, retracted)])
  const facts = { ...retractionFacts(ctx, referral), outcomes }
  return ctx.store.commit([change(Referral, referral, retracted, 'retracted', facts), ...followUps])
}

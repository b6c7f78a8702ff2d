import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { text } from '../core/text.ts'
import { adjust, change } from '../db/event.ts'
import { Referral } from '../referrals/schema.ts'
import { followUpsOf } from './follow-ups.ts'
import { afterRetracting } from './schedule.ts'
import { Outcome } from './schema.ts'
import { outcomeFacts, Series, seriesId, withoutPhase } from './series.ts'

export const RetractInput = z.strictObject({ words: text(500) })

/**
 * Marks an outcome as entered in error: it leaves the figures with the pairs it made, its phase can be recorded again,
 * and it stays on record. Follow-ups that rested on it alone move back; a hand-off that it made stays with the clinician.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error` when it, or its whole
 *   referral, is so marked already.
 */
export async function retractOutcome(
  ctx: Context,
  input: z.infer<typeof RetractInput> & { readonly id: string; readonly ifMatch: number },
): Promise<Outcome> {
  ctx.require('outcomes:retract')
  const outcome = await ctx.store.get(Outcome, input.id, input)
  const [referral, series, followUps] = await Promise.all([
    ctx.store.get(Referral, outcome.referral),
    ctx.store.get(Series, seriesId(outcome.referral, outcome.instrument)),
    followUpsOf(ctx, outcome.referral),
  ])
  if (outcome.status === 'entered-in-error' || referral.status === 'entered-in-error') {
    throw new Conflict('entered-in-error')
  }
  const retracted: Outcome = {
    ...outcome,
    version: outcome.version + 1,
    status: 'entered-in-error',
    statusReason: { code: 'other', words: input.words },
  }
  const steps = await afterRetracting(ctx, referral, outcome, followUps)
  return ctx.store.commit(
    [
      change(Outcome, outcome, retracted, 'retracted', outcomeFacts(ctx, referral, outcome, series)),
      adjust(Series, series, withoutPhase(series, outcome.phase)),
      ...steps.changes,
    ],
    { checks: steps.checks },
  )
}

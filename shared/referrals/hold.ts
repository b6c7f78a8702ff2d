import * as z from 'zod'
import { heldReasons } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { reason } from '../core/reason.ts'
import { date } from '../core/text.ts'
import { change } from '../db/event.ts'
import type { Seen } from './accept.ts'
import { cohortFacts } from './milestones.ts'
import { moveReferral } from './move.ts'
import { Referral } from './schema.ts'

export const HoldInput = z.strictObject({
  reason: reason(heldReasons),
  /** When to look again. */
  nextActionOn: date,
})

/**
 * Pauses work on a referral until a date.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless accepted or in progress;
 *   InvalidInput for a date in the past.
 */
export async function holdReferral(ctx: Context, input: Seen & z.infer<typeof HoldInput>): Promise<Referral> {
  ctx.require('referrals:hold')
  const referral = await ctx.store.get(Referral, input.id, input)
  const { reason: statusReason, nextActionOn } = input
  if (nextActionOn < ctx.today) throw new InvalidInput([{ pointer: '#/nextActionOn', code: 'past-date' }])
  const held = moveReferral(ctx, referral, 'on-hold', { statusReason, nextActionOn })
  const facts = { ...cohortFacts(ctx, referral), reason: statusReason.code }
  return ctx.store.commit([change(Referral, referral, held, 'held', facts)])
}

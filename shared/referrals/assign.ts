import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput, InvalidTransition } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { change } from '../db/event.ts'
import { Staff } from '../staff/schema.ts'
import type { Seen } from './accept.ts'
import { handedOver } from './hand-over.ts'
import { Referral } from './schema.ts'
import { isOpen } from './status.ts'
import { mayBeTakenBack } from './take-back.ts'

export const AssignInput = z.strictObject({ navigator: id('staff') })

/**
 * Gives a referral to a navigator, with the prescriptions and follow-ups of it that are not over.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidInput for somebody who is not a navigator here;
 *   InvalidTransition when the referral is closed.
 */
export async function assignReferral(ctx: Context, input: Seen & z.infer<typeof AssignInput>): Promise<Referral> {
  ctx.require('referrals:assign')
  const { navigator } = input
  const [referral, staff, theirs] = await Promise.all([
    ctx.store.get(Referral, input.id, input),
    ctx.store.find(Staff, navigator),
    handedOver(ctx, input.id, navigator),
  ])
  if (staff?.status !== 'active' || !staff.roles.includes('navigator')) {
    throw new InvalidInput([{ pointer: '#/navigator', code: 'not-a-navigator' }])
  }
  if (!isOpen(referral.status)) throw new InvalidTransition(referral.status, 'accepted', [])
  const given = { ...referral, navigator, version: referral.version + 1 }
  const assigned = mayBeTakenBack(ctx, referral, given)
  const facts = { navigator, from: referral.navigator }
  return ctx.store.commit([change(Referral, referral, assigned, 'assigned', facts), ...theirs])
}

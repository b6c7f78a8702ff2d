import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput, InvalidTransition } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { type Change, change } from '../db/event.ts'
import type { Kind } from '../db/kind.ts'
import { FollowUp } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner } from '../prescriptions/status.ts'
import { Staff } from '../staff/schema.ts'
import type { Seen } from './accept.ts'
import { Referral } from './schema.ts'
import { isOpen } from './status.ts'

export const AssignInput = z.strictObject({ navigator: id('staff') })

/**
 * Gives a referral to a navigator, with the prescriptions and follow-ups of it that are not over.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidInput for somebody who is not a navigator here;
 *   InvalidTransition when the referral is closed.
 */
export async function assignReferral(ctx: Context, input: Seen & z.infer<typeof AssignInput>): Promise<Referral> {
  ctx.require('referrals:assign')
  const { navigator } = input
  const all = ctx.store.asCustodian()
  const [referral, staff, prescriptions, followUps] = await Promise.all([
    ctx.store.get(Referral, input.id, input),
    ctx.store.find(Staff, navigator),
    all.queryAll<Prescription>({ index: 'list', partition: `OF#${input.id}`, begins: 'PRESCRIPTION#' }),
    all.queryAll<FollowUp>({ index: 'list', partition: `OF#${input.id}`, begins: 'FOLLOW-UP#' }),
  ])
  if (staff?.status !== 'active' || !staff.roles.includes('navigator')) {
    throw new InvalidInput([{ pointer: '#/navigator', code: 'not-a-navigator' }])
  }
  if (!isOpen(referral.status)) throw new InvalidTransition(referral.status, 'accepted', [])
  const assigned = { ...referral, navigator, version: referral.version + 1 }
  return ctx.store.commit([
    change(Referral, referral, assigned, 'assigned', { navigator, from: referral.navigator }),
    ...prescriptions
      .filter(({ status }) => status === 'proposed' || isWithPartner(status))
      .map((prescription) => handOver(Prescription, prescription, navigator)),
    ...followUps.filter(({ status }) => status === 'due').map((due) => handOver(FollowUp, due, navigator)),
  ])
}

function handOver<T extends { id: string; version: number; navigator?: string | undefined }>(
  kind: Kind<T>,
  entity: T,
  navigator: string,
): Change {
  const after = { ...entity, navigator, version: entity.version + 1 }
  // The caller named the referral's version, not this one's.
  return { ...change(kind, entity, after, 'assigned', { navigator }), contended: true }
}

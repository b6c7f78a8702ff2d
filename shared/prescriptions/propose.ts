import { findActivity } from '../activities/find.ts'
import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput } from '../core/errors.ts'
import { type Change, change, create } from '../db/event.ts'
import { unchanged } from '../db/unchanged.ts'
import { cohortFacts } from '../referrals/milestones.ts'
import { moveReferral } from '../referrals/move.ts'
import { Referral } from '../referrals/schema.ts'
import { takesPrescriptions } from '../referrals/status.ts'
import { Prescription, type PrescriptionInput } from './schema.ts'

/**
 * Puts an activity on a referral's plan: chosen with the client, nobody asked yet. Work on an accepted referral begins
 * with it.
 * @throws NotFound for a referral that is not this centre's; Conflict `referral-not-open` unless it is accepted or in
 *   progress, `activity-closed`; InvalidInput for an activity that this centre cannot see.
 */
export async function proposePrescription(
  ctx: Context,
  input: PrescriptionInput & { readonly referral: string },
): Promise<Prescription> {
  ctx.require('prescriptions:propose')
  const [referral, activity] = await Promise.all([
    ctx.store.get(Referral, input.referral),
    findActivity(ctx, input.activity),
  ])
  if (!takesPrescriptions(referral.status)) throw new Conflict('referral-not-open', { status: referral.status })
  if (activity === undefined) throw new InvalidInput([{ pointer: '#/activity', code: 'unknown-activity' }])
  if (activity.status === 'closed') throw new Conflict('activity-closed')
  const prescription: Prescription = {
    ...input,
    id: ctx.id('prescription'),
    version: 1,
    client: referral.client,
    ...(referral.navigator && { navigator: referral.navigator }),
    activityName: activity.name,
    ...(activity.partner && { partner: activity.partner }),
    status: 'proposed',
    proposedAt: ctx.now,
    nextActionOn: ctx.today,
    timesAttended: 0,
  }
  const facts = { activity: activity.id, category: activity.category, volunteer: input.volunteerRole !== undefined }
  const start = started(ctx, referral)
  // The referral decides whether there may be a prescription, and whose it is.
  const checks = start.length > 0 ? [] : [unchanged(Referral, referral)]
  return ctx.store.commit([create(Prescription, prescription, 'proposed', facts), ...start], { checks })
}

function started(ctx: Context, referral: Referral): Change[] {
  if (referral.status !== 'accepted') return []
  const after = moveReferral(ctx, referral, 'in-progress')
  return [{ ...change(Referral, referral, after, 'started', cohortFacts(ctx, referral)), contended: true }]
}

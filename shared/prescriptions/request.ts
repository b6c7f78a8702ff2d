import * as z from 'zod'
import { findActivity } from '../activities/find.ts'
import { type Activity, Activity as ActivityKind } from '../activities/schema.ts'
import { consentToShare, stillGiven } from '../consents/current.ts'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { addDays } from '../core/time.ts'
import type { Check } from '../db/commit.ts'
import type { Change } from '../db/event.ts'
import { messageBack } from '../messages/back.ts'
import { cohortFacts } from '../referrals/milestones.ts'
import { Referral } from '../referrals/schema.ts'
import { movePrescription } from './move.ts'
import { placeChange } from './place-change.ts'
import { Prescription } from './schema.ts'

export const RequestInput = z.strictObject({
  /** Ask for the waiting list when there is no place. */
  waitlist: z.boolean().default(false),
})

interface Requested extends z.infer<typeof RequestInput> {
  readonly id: string
  readonly ifMatch: number
}

/**
 * Asks the organiser to take the client in. A place is held from now on; without one, and with `waitlist`, the
 * prescription waits in line. The prescriber hears what was chosen.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is proposed; Conflict
 *   `consent-missing` for a partner with whom the client has not agreed to share, `activity-closed`, `no-admission`,
 *   `activity-full`, `referral-not-open`.
 */
export async function requestPrescription(ctx: Context, input: Requested): Promise<Prescription> {
  ctx.require('prescriptions:request')
  const prescription = await ctx.store.get(Prescription, input.id, input)
  const { partner } = prescription
  const [activity, referral, consent] = await Promise.all([
    findActivity(ctx, prescription.activity),
    ctx.store.get(Referral, prescription.referral),
    partner ? consentToShare(ctx, { ...prescription, partner }) : undefined,
  ])
  if (activity?.status !== 'active') throw new Conflict('activity-closed')
  if (referral.status !== 'in-progress') throw new Conflict('referral-not-open', { status: referral.status })
  const asked = movePrescription(ctx, prescription, 'requested', {
    requestedAt: ctx.now,
    nextActionOn: addDays(ctx.today, ctx.centre.settings.partnerAnswerDays),
    ...(consent && { consent: consent.id }),
  })
  const step = await place(ctx, prescription, asked, activity, input.waitlist)
  return ctx.store.commit(
    [
      step.change,
      ...step.places,
      ...prescribed(ctx, referral),
      ...(await messageBack(ctx, referral, 'prescribed', {
        activities: [prescription.activityName],
        tellsOf: [prescription.id],
      })),
    ],
    { checks: [...(consent ? [stillGiven(consent)] : []), ...stillOpen(ctx, activity)] },
  )
}

interface Step {
  readonly change: Change<Prescription>
  readonly places: readonly Change[]
}

/** With a place, or else on the waiting list if that was asked for. Both steps of the latter are told. */
async function place(
  ctx: Context,
  before: Prescription,
  asked: Prescription,
  activity: Activity,
  waitlist: boolean,
): Promise<Step> {
  const requested = { type: 'prescription.requested', facts: { activity: activity.id, partner: before.partner } }
  const takesIn = activity.admission === 'capacity' || activity.admission === 'additional-assessment-required'
  try {
    if (!takesIn) throw new Conflict('no-admission')
    const places = await placeChange(ctx, before, asked, activity)
    return { change: { kind: Prescription, before, after: asked, events: [requested] }, places }
  } catch (refusal) {
    if (!waitlist || !(refusal instanceof Conflict)) throw refusal
  }
  const waiting = {
    ...movePrescription(ctx, asked, 'on-hold', { statusReason: { code: 'waitlisted' } }),
    version: asked.version,
  }
  const waitlisted = { type: 'prescription.waitlisted', facts: { activity: activity.id } }
  return {
    change: { kind: Prescription, before, after: waiting, events: [requested, waitlisted] },
    places: await placeChange(ctx, before, waiting, activity),
  }
}

/** The referral's first prescription is one of its milestones. */
function prescribed(ctx: Context, referral: Referral): Change[] {
  if (referral.prescribedAt !== undefined) return []
  const after = { ...referral, prescribedAt: ctx.now, version: referral.version + 1 }
  const events = [{ type: 'referral.prescribed', facts: cohortFacts(ctx, referral) }]
  return [{ kind: Referral, before: referral, after, events, contended: true }]
}

/** The activity closed in the same instant wins: at once where it is ours, whose listing we may look at while we write. */
function stillOpen(ctx: Context, { id, owner }: Activity): Check[] {
  if (owner !== ctx.tenant) return []
  return [{ kind: ActivityKind, id, status: 'active', refusal: () => new Conflict('activity-closed') }]
}

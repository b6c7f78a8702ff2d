import type { Context } from '../core/context.ts'
import { dateIn, daysBetween } from '../core/time.ts'
import type { Facts } from '../db/event.ts'
import type { Referral } from './schema.ts'

export const milestones = ['referred', 'contacted', 'prescribed', 'attended', 'completed'] as const
type Milestone = (typeof milestones)[number]

/**
 * What the figures need to know of a step: the month the referral came in (its cohort, in the centre's calendar), and
 * whole days from then to now.
 */
export function cohortFacts(ctx: Pick<Context, 'centre' | 'today'>, referral: Referral): Facts {
  const requestedOn = dateIn(ctx.centre.zone, referral.requestedAt)
  return { cohort: requestedOn.slice(0, 7), days: daysBetween(requestedOn, ctx.today) }
}

/**
 * The same facts of a milestone that was reached at `at`, which is not always now: contacts are logged later, and
 * outreach may meet a client before the referral is on paper. Nobody waited then, so the days are 0.
 */
export function milestoneFacts({ centre }: Pick<Context, 'centre'>, referral: Referral, at: string): Facts {
  const counted = at < referral.requestedAt ? referral.requestedAt : at
  return cohortFacts({ centre, today: dateIn(centre.zone, counted) }, referral)
}

/** What a referral that was entered in error takes out of the figures: all that its earlier events put in. */
export function retractionFacts(ctx: Pick<Context, 'centre' | 'today'>, referral: Referral): Facts {
  const { contactedAt, prescribedAt, closedAt, status, statusReason } = referral
  return {
    ...cohortFacts(ctx, referral),
    passed: passed(referral),
    ...(contactedAt && { daysToContact: milestoneFacts(ctx, referral, contactedAt).days }),
    ...(prescribedAt && { daysToPrescription: milestoneFacts(ctx, referral, prescribedAt).days }),
    ...(closedAt && { closing: `${status}:${statusReason?.code}` }),
  }
}

/** The milestones a referral has passed, for taking it out of the figures when it was entered in error. */
function passed(referral: Referral): readonly Milestone[] {
  return milestones.filter((milestone) => reached[milestone](referral))
}

const reached: Record<Milestone, (referral: Referral) => boolean> = {
  referred: () => true,
  contacted: (referral) => referral.contactedAt !== undefined,
  prescribed: (referral) => referral.prescribedAt !== undefined,
  attended: (referral) => referral.attendedAt !== undefined,
  completed: (referral) => referral.status === 'completed',
}

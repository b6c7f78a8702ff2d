import type { Context } from '../core/context.ts'
import { dateIn, daysBetween } from '../core/time.ts'
import type { Facts } from '../db/event.ts'
import type { Referral } from './schema.ts'

export const milestones = ['referred', 'contacted', 'prescribed', 'attended', 'completed'] as const
export type Milestone = (typeof milestones)[number]

/**
 * What the figures need to know of a step: the month the referral came in (its cohort, in the centre's calendar), and
 * whole days from then to now.
 */
export function cohortFacts(ctx: Pick<Context, 'centre' | 'today'>, referral: Referral): Facts {
  const requestedOn = dateIn(ctx.centre.zone, referral.requestedAt)
  return { cohort: requestedOn.slice(0, 7), days: daysBetween(requestedOn, ctx.today) }
}

/** The milestones a referral has passed, for taking it out of the figures when it was entered in error. */
export function passed(referral: Referral): readonly Milestone[] {
  return milestones.filter((milestone) => reached[milestone](referral))
}

const reached: Record<Milestone, (referral: Referral) => boolean> = {
  referred: () => true,
  contacted: (referral) => referral.contactedAt !== undefined,
  prescribed: (referral) => referral.prescribedAt !== undefined,
  attended: (referral) => referral.attendedAt !== undefined,
  completed: (referral) => referral.status === 'completed',
}

import type { Context } from '../core/context.ts'
import type { Change } from '../db/event.ts'
import { milestoneFacts } from '../referrals/milestones.ts'
import type { Referral } from '../referrals/schema.ts'
import type { Contact } from './schema.ts'

/** Whether the two of them spoke or met: what makes a referral `contacted`. */
export function isReached({ result, status }: Pick<Contact, 'result' | 'status'>): boolean {
  return status === 'recorded' && (result === 'reached' || result === 'attended')
}

/**
 * A referral whose first contact is now known to have been at `at`, or not to have been at all. The figures take the
 * milestone out where it was (`referral.uncontacted`) and put it in where it is (`referral.contacted`): each event
 * carries the cohort, and the days from the request to that contact.
 * @returns the referral, `version` untouched, and its events: none when nothing moved.
 */
export function withFirstContact(
  ctx: Pick<Context, 'centre'>,
  referral: Referral,
  at: string | undefined,
): { readonly referral: Referral; readonly events: Change['events'] } {
  const { contactedAt: known, ...rest } = referral
  if (known === at) return { referral, events: [] }
  return {
    referral: { ...rest, ...(at !== undefined && { contactedAt: at }) },
    events: [
      ...(known === undefined ? [] : [{ type: 'referral.uncontacted', facts: milestoneFacts(ctx, referral, known) }]),
      ...(at === undefined ? [] : [{ type: 'referral.contacted', facts: milestoneFacts(ctx, referral, at) }]),
    ],
  }
}

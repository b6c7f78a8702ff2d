import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { addDays, dateIn } from '../core/time.ts'
import { type Change, create, type Facts } from '../db/event.ts'
import { messageBack } from '../messages/back.ts'
import { cohortFacts } from '../referrals/milestones.ts'
import { moveReferral } from '../referrals/move.ts'
import { Referral } from '../referrals/schema.ts'
import { checkUnderWay } from '../referrals/under-way.ts'
import { isReached, withFirstContact } from './first-contact.ts'
import { nextActionDays } from './next-action.ts'
import { clientIsReachable } from './reachable.ts'
import { Contact, type ContactInput } from './schema.ts'

/** How long before the referral a contact may have been: outreach meets people first and does the paperwork later. */
const daysBefore = 30

/**
 * Puts a contact, or an attempt at one, on record, and plans the referral's next action. Reaching the client for the
 * first time is the referral's milestone `contacted`: work on it begins, and the prescriber hears of it.
 * @returns the contact, with the date on which the referral comes back on the navigator's list.
 * @throws NotFound; Conflict `referral-not-open` unless the referral is accepted, in progress or on hold,
 *   `do-not-contact` when the client asked not to be called or written to, `client-merged`; InvalidInput for an instant
 *   in the future or long before the referral, or a next action in the past.
 */
export async function logContact(
  ctx: Context,
  { referral: id, ...input }: ContactInput & { readonly referral: string },
): Promise<Contact> {
  ctx.require('contacts:log')
  const referral = await ctx.store.get(Referral, id)
  checkUnderWay(referral)
  const at = input.at ?? ctx.now
  checkDates(ctx, referral, at, input.nextActionOn)
  const contact: Contact = {
    ...input,
    id: ctx.id('contact'),
    version: 1,
    client: referral.client,
    referral: id,
    at,
    nextActionOn: input.nextActionOn ?? usualNextAction(ctx, referral, input.result),
    formerActionOn: referral.nextActionOn,
    by: ctx.actor.id,
    status: 'recorded',
  }
  const step = referralAfter(ctx, referral, contact)
  const isFirst = referral.contactedAt === undefined && isReached(contact)
  return ctx.store.commit(
    [
      create(Contact, contact, 'logged', contactFacts(ctx, referral, contact)),
      step,
      ...(isFirst ? await messageBack(ctx, step.after, 'first-contact', { tellsOf: [contact.id] }) : []),
    ],
    { checks: [clientIsReachable(referral.client, input.channel)] },
  )
}

/** What the figures need to know of a contact. */
export function contactFacts(ctx: Context, referral: Referral, contact: Contact): Facts {
  const { channel, result, minutes, barriersAddressed, writtenTogether } = contact
  return {
    ...cohortFacts(ctx, referral),
    referral: referral.id,
    channel,
    result,
    ...(minutes !== undefined && { minutes }),
    barriersAddressed,
    writtenTogether,
  }
}

function checkDates(ctx: Context, referral: Referral, at: string, nextActionOn: string | undefined): void {
  const earliest = addDays(dateIn(ctx.centre.zone, referral.requestedAt), -daysBefore)
  if (at > ctx.now) throw new InvalidInput([{ pointer: '#/at', code: 'future-date' }])
  if (dateIn(ctx.centre.zone, at) < earliest) throw new InvalidInput([{ pointer: '#/at', code: 'too-long-ago' }])
  if (nextActionOn !== undefined && nextActionOn < ctx.today) {
    throw new InvalidInput([{ pointer: '#/nextActionOn', code: 'past-date' }])
  }
}

/** On hold, the date of the hold stands unless the navigator names another: it was agreed on. */
function usualNextAction(ctx: Context, referral: Referral, result: Contact['result']): string {
  return referral.status === 'on-hold' ? referral.nextActionOn : addDays(ctx.today, nextActionDays[result])
}

/** The referral's part of the commit. The caller named no version of it, so a lost race runs the command again. */
function referralAfter(ctx: Context, before: Referral, contact: Contact): Change<Referral> {
  const isFirst = isReached(contact) && (before.contactedAt === undefined || contact.at < before.contactedAt)
  const { referral, events } = withFirstContact(ctx, before, isFirst ? contact.at : before.contactedAt)
  const planned = { ...referral, ...(contact.nextActionOn && { nextActionOn: contact.nextActionOn }) }
  const after =
    before.status === 'accepted' && isReached(contact)
      ? moveReferral(ctx, planned, 'in-progress')
      : { ...planned, version: before.version + 1 }
  return { kind: Referral, before, after, events, contended: true }
}

import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { type Change, change } from '../db/event.ts'
import { unchanged } from '../db/unchanged.ts'
import { Referral } from '../referrals/schema.ts'
import { isOpen } from '../referrals/status.ts'
import { isReached, withFirstContact } from './first-contact.ts'
import { contactFacts } from './log.ts'
import { Contact } from './schema.ts'

/**
 * Marks a contact as entered in error; it stays on record. Where the referral's milestone `contacted` rested on it, the
 * milestone moves to the earliest contact that is left; with none left nobody has reached the client, so the referral is
 * due today. The status stays (work may be in progress without a contact), and so do the messages already sent. The next
 * action that this contact planned goes back to what was planned before, unless it was planned anew since.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error` when it is so marked already.
 */
export async function retractContact(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<Contact> {
  ctx.require('contacts:retract')
  const contact = await ctx.store.get(Contact, input.id, input)
  if (contact.status === 'entered-in-error') throw new Conflict('entered-in-error')
  const referral = await ctx.store.get(Referral, contact.referral)
  const retracted: Contact = { ...contact, version: contact.version + 1, status: 'entered-in-error' }
  const { changes, checks } = await milestoneWithout(ctx, referral, contact)
  const facts = contactFacts(ctx, referral, contact)
  return ctx.store.commit([change(Contact, contact, retracted, 'retracted', facts), ...changes], { checks })
}

/** What losing this contact does to the referral, and what must still hold of what was read to tell so. */
async function milestoneWithout(
  ctx: Context,
  referral: Referral,
  contact: Contact,
): Promise<{ readonly changes: readonly Change[]; readonly checks: readonly Check[] }> {
  // A referral entered in error is out of the figures with all its milestones.
  const restsOnIt = isReached(contact) && referral.contactedAt === contact.at && referral.status !== 'entered-in-error'
  if (!restsOnIt) {
    const before = plannedBefore(referral, contact)
    return before ? { changes: [before], checks: [] } : { changes: [], checks: [unchanged(Referral, referral)] }
  }
  const partition = `OF#${referral.id}`
  const contacts = await ctx.store.queryAll<Contact>({ index: 'list', partition, begins: 'CONTACT#' })
  // In the order of their instants, as the index has them.
  const heir = contacts.find((other) => other.id !== contact.id && isReached(other))
  const moved = withFirstContact(ctx, referral, heir?.at)
  const isUnreached = heir === undefined && referral.status === 'in-progress'
  const after = {
    ...moved.referral,
    ...(isUnreached && { nextActionOn: ctx.today }),
    version: referral.version + 1,
  }
  return {
    changes: [{ kind: Referral, before: referral, after, events: moved.events, contended: true }],
    checks: heir ? [unchanged(Contact, heir)] : [],
  }
}

/** The plan as it was before a contact that turns out not to have been: undefined where it stands as it is. */
function plannedBefore(referral: Referral, { nextActionOn, formerActionOn }: Contact): Change<Referral> | undefined {
  if (!isOpen(referral.status) || referral.nextActionOn !== nextActionOn) return undefined
  if (formerActionOn === undefined || formerActionOn === nextActionOn) return undefined
  const after = { ...referral, nextActionOn: formerActionOn, version: referral.version + 1 }
  return { kind: Referral, before: referral, after, events: [], contended: true }
}

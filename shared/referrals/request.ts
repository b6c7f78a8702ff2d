import { clientIsActive, closedRecord } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import { unsafeReasons } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { addDays } from '../core/time.ts'
import { type Change, change, create } from '../db/event.ts'
import { Staff } from '../staff/schema.ts'
import { cohortFacts } from './milestones.ts'
import { Referral, type ReferralInput } from './schema.ts'

/**
 * A referral to the centre's navigators.
 * @returns the referral as `requested`, due for a first contact within the centre's clock.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see; Conflict `client-merged` for a record that went into another;
 *   InvalidInput for a `prescriber` who is not an active one here.
 */
export async function requestReferral(ctx: Context, input: ReferralInput): Promise<Referral> {
  ctx.require('referrals:request')
  // Read even where nothing of it is needed: whoever may not see a record does not learn that it is there.
  const [client, requested] = await Promise.all([ctx.store.get(Client, input.client), newReferral(ctx, input)])
  if (!isUnsafe(input)) return ctx.store.commit([requested], { checks: [clientIsActive(input.client)] })
  return ctx.store.commit([requested, flagged(client)])
}

/** A referral as requested, to be committed; refused for its `prescriber` as `requestReferral` refuses. */
export async function newReferral(ctx: Context, input: ReferralInput): Promise<Change<Referral>> {
  const prescriber = await hearsBack(ctx, input)
  const referral: Referral = {
    ...input,
    id: ctx.id('referral'),
    version: 1,
    status: 'requested',
    ...(prescriber && { prescriber }),
    requestedAt: ctx.now,
    nextActionOn: addDays(ctx.today, ctx.centre.settings.firstContactDays),
  }
  const facts = { ...cohortFacts(ctx, referral), source: input.source, reasons: input.reasons, urgency: input.urgency }
  return create(Referral, referral, 'requested', facts)
}

/** Whether it says that reaching the client carelessly may put them in danger. */
export function isUnsafe({ reasons }: Pick<ReferralInput, 'reasons'>): boolean {
  return reasons.some((reason) => unsafeReasons.includes(reason))
}

/** Who hears back: whoever is named, else the caller, where the caller is a prescriber. */
async function hearsBack(ctx: Context, { prescriber }: ReferralInput): Promise<string | undefined> {
  const self = ctx.actor.roles.includes('prescriber') ? ctx.actor.id : undefined
  if (prescriber === undefined || prescriber === self) return self
  const staff = await ctx.store.find(Staff, prescriber)
  if (staff?.status === 'active' && staff.roles.includes('prescriber')) return prescriber
  throw new InvalidInput([{ pointer: '#/prescriber', code: 'not-a-prescriber' }])
}

/** Violence at home: from now on nobody rings this person without reading how it is safe to. */
export function flagged(client: Client): Change {
  if (client.status !== 'active') throw closedRecord(client)
  const after = { ...client, version: client.version + 1, safeContact: true }
  return { ...change(Client, client, after, 'flagged', { flag: 'safe-contact' }), contended: true }
}

import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { type Change, change } from '../db/event.ts'
import type { Entity } from '../db/kind.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner } from '../prescriptions/status.ts'
import { Shortlist } from '../shortlists/schema.ts'
import { Consent } from './schema.ts'

/** How many stop in one transaction: each is an entity, an event and at times a place on a roster, of 100. */
const together = 20

/**
 * Withdraws a consent. Every prescription that was shared on its strength leaves the partner's sight, and comes back to
 * the navigator's list; what waits to be sent on it is not sent, and links that were sent open no more: in the same
 * commit, or where there is very much in the commits before it. What was overlooked stops all the same: whoever shows or
 * sends it asks the consent itself.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `consent-withdrawn` the second time.
 */
export async function withdrawConsent(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<Consent> {
  ctx.require('consents:withdraw')
  const consent = await ctx.store.get(Consent, input.id, input)
  if (consent.status === 'withdrawn') throw new Conflict('consent-withdrawn')
  return withdrawGiven(ctx, consent)
}

/** The same for a client's word that reached us by itself: in answer to a message. */
export async function withdrawGiven(ctx: Context, consent: Consent): Promise<Consent> {
  const withdrawn: Consent = {
    ...consent,
    version: consent.version + 1,
    status: 'withdrawn',
    withdrawnAt: ctx.now,
    withdrawnBy: ctx.actor.id,
  }
  const resting = await (consent.scope.kind === 'share' ? shared(ctx, consent) : written(ctx, consent))
  const last = resting.splice(-together)
  while (resting.length > 0) {
    const [first, ...rest] = resting.splice(-together)
    if (first) await ctx.store.commit([first, ...rest], { partial: true })
  }
  return ctx.store.commit([change(Consent, consent, withdrawn, 'withdrawn', { scope: consent.scope.kind }), ...last])
}

/** What a partner sees on the strength of a consent. */
async function shared(ctx: Context, { client, id }: Consent): Promise<Change[]> {
  const prescriptions = await hangingOn<Prescription>(ctx, client, 'PRESCRIPTION#')
  return prescriptions
    .filter(({ consent, status }) => consent === id && isWithPartner(status))
    .map((prescription) => unshare(ctx, prescription))
}

/** What was written to the client on the strength of a consent, or is about to be. */
async function written(ctx: Context, { client, id }: Consent): Promise<Change[]> {
  const shortlists = await hangingOn<Shortlist>(ctx, client, 'SHORTLIST#')
  return shortlists
    .filter(({ consent, status }) => consent === id && (status === 'queued' || status === 'sent'))
    .map((shortlist) => {
      const after: Shortlist = { ...shortlist, status: 'stopped', version: shortlist.version + 1 }
      return { ...change(Shortlist, shortlist, after, 'stopped'), contended: true }
    })
}

/** The client's word reaches what the caller may not see. */
function hangingOn<T extends Entity>(ctx: Context, client: string, begins: string): Promise<T[]> {
  return ctx.store.asCustodian().queryAll<T>({ index: 'client', partition: `CLIENT#${client}`, begins })
}

function unshare(ctx: Context, prescription: Prescription): Change {
  const { consent: _, ...rest } = prescription
  const after = { ...rest, version: prescription.version + 1, nextActionOn: ctx.today }
  return {
    ...change(Prescription, prescription, after, 'unshared', { partner: prescription.partner }),
    contended: true,
  }
}

import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { type Change, change } from '../db/event.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Consent } from './schema.ts'

/**
 * Withdraws a consent. Every prescription that was shared on its strength leaves the partner's sight in the same
 * commit, and comes back to the navigator's list.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `consent-withdrawn` the second time.
 */
export async function withdrawConsent(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<Consent> {
  ctx.require('consents:withdraw')
  const consent = await ctx.store.get(Consent, input.id, input)
  if (consent.status === 'withdrawn') throw new Conflict('consent-withdrawn')
  const withdrawn: Consent = {
    ...consent,
    version: consent.version + 1,
    status: 'withdrawn',
    withdrawnAt: ctx.now,
    withdrawnBy: ctx.actor.id,
  }
  // The client's word reaches what the caller may not see.
  const prescriptions = await ctx.store.asCustodian().queryAll<Prescription>({
    index: 'client',
    partition: `CLIENT#${consent.client}`,
    begins: 'PRESCRIPTION#',
  })
  const shared = prescriptions.filter((prescription) => prescription.consent === consent.id)
  return ctx.store.commit([
    change(Consent, consent, withdrawn, 'withdrawn', { scope: consent.scope.kind }),
    ...shared.map((prescription) => unshare(ctx, prescription)),
  ])
}

function unshare(ctx: Context, prescription: Prescription): Change {
  const { consent: _, ...rest } = prescription
  const after = { ...rest, version: prescription.version + 1, nextActionOn: ctx.today }
  return {
    ...change(Prescription, prescription, after, 'unshared', { partner: prescription.partner }),
    contended: true,
  }
}

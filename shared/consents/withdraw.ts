import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { type Change, change } from '../db/event.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { isWithPartner } from '../prescriptions/status.ts'
import { Consent } from './schema.ts'

/** How many leave a partner's sight in one transaction: each is an entity, an event and a place on a roster, of 100. */
const together = 20

/**
 * Withdraws a consent. Every prescription that was shared on its strength leaves the partner's sight, and comes back to
 * the navigator's list: in the same commit, or where there are very many in the commits before it. One that was
 * overlooked is out of sight all the same: whoever shows it asks the consent itself.
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
  const shared = prescriptions.filter((one) => one.consent === consent.id && isWithPartner(one.status))
  const last = shared.splice(-together)
  while (shared.length > 0) {
    const [first, ...rest] = shared.splice(-together).map((prescription) => unshare(ctx, prescription))
    if (first) await ctx.store.commit([first, ...rest], { partial: true })
  }
  return ctx.store.commit([
    change(Consent, consent, withdrawn, 'withdrawn', { scope: consent.scope.kind }),
    ...last.map((prescription) => unshare(ctx, prescription)),
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

import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { type Change, create } from '../db/event.ts'
import { Partner } from '../partners/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Consent, type ConsentInput } from './schema.ts'

/**
 * Records what a client agreed to.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see; InvalidInput for a partner that this centre neither works
 *   with nor has prescribed to.
 */
export async function giveConsent(ctx: Context, input: ConsentInput & { readonly client: string }): Promise<Consent> {
  ctx.require('consents:give')
  // Whoever may not see a record does not speak for its client.
  await ctx.store.get(Client, input.client)
  return ctx.store.commit([await newConsent(ctx, input)], { checks: [clientIsActive(input.client)] })
}

/** What a client agreed to, to be committed; refused as `giveConsent` refuses. */
export async function newConsent(
  ctx: Context,
  input: ConsentInput & { readonly client: string },
): Promise<Change<Consent>> {
  if (input.scope.kind === 'share') await checkPartner(ctx, input.client, input.scope)
  const consent: Consent = {
    ...input,
    id: ctx.id('consent'),
    version: 1,
    status: 'given',
    givenAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
  const { kind } = input.scope
  return create(Consent, consent, 'given', { scope: kind, how: input.how })
}

async function checkPartner(
  ctx: Context,
  client: string,
  scope: { readonly partner: string; readonly prescription?: string | undefined },
): Promise<void> {
  const [partner, prescription] = await Promise.all([
    ctx.store.find(Partner, scope.partner),
    scope.prescription ? ctx.store.find(Prescription, scope.prescription) : undefined,
  ])
  const isItsPrescription = prescription?.client === client && prescription.partner === scope.partner
  if (scope.prescription && !isItsPrescription) {
    throw new InvalidInput([{ pointer: '#/scope/prescription', code: 'unknown-prescription' }])
  }
  // The organiser of another centre's shared activity is no partner of ours, but may be prescribed to.
  if (partner?.status !== 'active' && !isItsPrescription) {
    throw new InvalidInput([{ pointer: '#/scope/partner', code: 'unknown-partner' }])
  }
}

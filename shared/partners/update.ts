import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { patched } from '../core/patch.ts'
import { change } from '../db/event.ts'
import { Partner, PartnerInput } from './schema.ts'

const { description, email, phone, url } = PartnerInput.shape

/** Only what is named changes; null takes an optional field away. */
export const UpdatePartnerInput = PartnerInput.partial().extend({
  description: description.nullable(),
  email: email.nullable(),
  phone: phone.nullable(),
  url: url.nullable(),
})
export type UpdatePartnerInput = z.infer<typeof UpdatePartnerInput>

/** A partner that the caller has seen in this version. */
export interface SeenPartner {
  readonly id: string
  readonly ifMatch: number
}

/**
 * Changes what is on file about a partner. The event names the fields, never their content.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale.
 */
export async function updatePartner(
  ctx: Context,
  { id, ifMatch, changes }: SeenPartner & { readonly changes: UpdatePartnerInput },
): Promise<Partner> {
  ctx.require('partners:write')
  const partner = await ctx.store.get(Partner, id, { ifMatch })
  const facts = { fields: Object.keys(changes) }
  return ctx.store.commit([change(Partner, partner, patched(partner, changes), 'updated', facts)])
}

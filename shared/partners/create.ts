import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { Partner, type PartnerInput } from './schema.ts'

/** Puts an organisation that the centre works with on file. */
export async function createPartner(ctx: Context, input: PartnerInput): Promise<Partner> {
  ctx.require('partners:write')
  const partner: Partner = { ...input, id: ctx.id('partner'), version: 1, status: 'active' }
  return ctx.store.commit([create(Partner, partner, 'created')])
}

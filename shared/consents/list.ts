import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { consentsOf } from './current.ts'
import type { Consent } from './schema.ts'

/**
 * A client's consents, given and withdrawn.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listConsents(ctx: Context, client: string): Promise<{ items: Consent[] }> {
  ctx.require('consents:read')
  const [items] = await Promise.all([consentsOf(ctx, client), ctx.store.get(Client, client)])
  return { items }
}

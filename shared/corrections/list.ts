import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import type { Correction } from './schema.ts'

/**
 * What was corrected in a client's record, each with what stood there before, the newest first.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listCorrections(
  ctx: Context,
  { client, ...page }: { readonly client: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Correction>> {
  ctx.require('clients:read')
  const [corrections] = await Promise.all([
    ctx.store.query<Correction>({
      index: 'client',
      partition: `CLIENT#${client}`,
      begins: 'CORRECTION#',
      descending: true,
      ...page,
    }),
    ctx.store.get(Client, client),
  ])
  return corrections
}

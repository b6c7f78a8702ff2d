import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { type Shortlist, type ShortlistView, shownToStaff } from './schema.ts'

/**
 * What was sent to a client to think over, the oldest first.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listShortlists(ctx: Context, client: string): Promise<{ items: ShortlistView[] }> {
  ctx.require('shortlists:read')
  const [shortlists] = await Promise.all([
    ctx.store.queryAll<Shortlist>({ index: 'client', partition: `CLIENT#${client}`, begins: 'SHORTLIST#' }),
    ctx.store.get(Client, client),
  ])
  return { items: shortlists.map(shownToStaff) }
}

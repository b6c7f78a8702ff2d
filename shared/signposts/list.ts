import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { startOfDay } from '../core/time.ts'
import type { Page } from '../db/query.ts'
import type { Signpost } from './schema.ts'

interface Paged {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** After every instant. */
const end = 'SIGNPOST#~'

/**
 * What the caller told people of, the latest first, without what was entered in error.
 * @param input.from only since that day of the centre's calendar.
 */
export function listSignposts(
  ctx: Context,
  { from, ...page }: Paged & { readonly from?: string | undefined },
): Promise<Page<Signpost>> {
  ctx.require('signposts:read')
  const start = from === undefined ? 'SIGNPOST#' : `SIGNPOST#${startOfDay(ctx.centre.zone, from)}`
  const partition = `SIGNPOSTS#${ctx.actor.id}`
  return ctx.store.query({ index: 'party', partition, between: [start, end], descending: true, ...page })
}

/**
 * What a client was told of, by anybody, the latest first, with what was entered in error.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function clientSignposts(
  ctx: Context,
  { client, ...page }: Paged & { readonly client: string },
): Promise<Page<Signpost>> {
  ctx.require('signposts:read')
  const partition = `CLIENT#${client}`
  const [signposts] = await Promise.all([
    ctx.store.query<Signpost>({ index: 'client', partition, begins: 'SIGNPOST#', descending: true, ...page }),
    ctx.store.get(Client, client),
  ])
  return signposts
}

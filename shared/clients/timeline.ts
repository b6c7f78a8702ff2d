import type { Context } from '../core/context.ts'
import type { Event } from '../db/event.ts'
import type { Page } from '../db/store.ts'
import { Client } from './schema.ts'

/** Everything that happened with and around a client, newest first, merged records included. */
export async function clientTimeline(
  ctx: Context,
  input: { readonly id: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Event>> {
  ctx.require('clients:read')
  const client = await ctx.store.get(Client, input.id)
  return ctx.store.query<Event>({
    index: 'client',
    partition: `CLIENT#${client.id}`,
    begins: 'EVENT#',
    descending: true,
    limit: input.limit,
    cursor: input.cursor,
  })
}

import type { Context } from '../core/context.ts'
import type { Event } from '../db/event.ts'
import type { Page } from '../db/query.ts'
import { Client } from './schema.ts'

/**
 * Everything that happened with and around a client, newest first. A record that others were merged into tells their
 * histories and its own as one.
 */
export async function clientTimeline(
  ctx: Context,
  { id, ...page }: { readonly id: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Event>> {
  ctx.require('clients:read')
  const { mergedFrom } = await ctx.store.get(Client, id)
  const of = (client: string) =>
    ({ index: 'client', partition: `CLIENT#${client}`, begins: 'EVENT#', descending: true }) as const
  if (mergedFrom.length === 0) return ctx.store.query<Event>({ ...of(id), ...page })
  const histories = await Promise.all([id, ...mergedFrom].map((client) => ctx.store.queryAll<Event>(of(client))))
  const events = histories.flat().toSorted((a, b) => (a.id < b.id ? 1 : -1))
  return ctx.store.page(events, `TIMELINE#${id}`, page)
}

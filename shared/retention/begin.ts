import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Contended, Refusal } from '../core/errors.ts'
import { dateIn } from '../core/time.ts'
import { adjust } from '../db/event.ts'
import { Retention, retentionId, runsFrom } from './schema.ts'

/**
 * Enters a client in the list of retentions, or moves the entry back where the birth date that it was reckoned from was
 * wrong. Follows the events that a client was put on file or changed; done twice it does nothing more.
 */
export async function beginRetention(ctx: Context, client: string): Promise<void> {
  const [record, before] = await Promise.all([
    ctx.store.find(Client, client),
    ctx.store.find(Retention, retentionId(client)),
  ])
  if (record?.status !== 'active') return
  const from = runsFrom(record, dateIn(ctx.centre.zone, record.createdAt))
  if (before?.from !== undefined && before.from <= from) return
  const after: Retention = { id: retentionId(client), version: (before?.version ?? 0) + 1, client, from }
  try {
    await ctx.store.commit([adjust(Retention, before, after)], { checks: [clientIsActive(client)] })
  } catch (error) {
    if (error instanceof Contended) return beginRetention(ctx, client)
    // Merged or disposed of in the same instant: there is nothing left to begin.
    if (!(error instanceof Refusal)) throw error
  }
}

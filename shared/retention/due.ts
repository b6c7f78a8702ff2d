import * as z from 'zod'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import { date, id } from '../core/text.ts'
import { addYears, dateIn } from '../core/time.ts'
import { adjust } from '../db/event.ts'
import type { Page } from '../db/query.ts'
import { isHeld } from '../holds/list.ts'
import { lastEntryOn } from './last-entry.ts'
import { Retention, runsFrom } from './schema.ts'

/** A client whose record need not be kept any more. */
export const DueSchema = z.strictObject({
  client: id('client'),
  lastEntryOn: date,
  /** The first day on which the record may be disposed of. */
  keptUntil: date,
})
export type Due = z.infer<typeof DueSchema>

/**
 * Clients whose retention has ended and on whom no legal hold stands, those longest over first. Reads the list of
 * retentions up to the day that so many years ago was, and looks at each of a page: a record with a later entry moves
 * on in the list and comes up again when that one is old enough, so each is looked at once in so many years. A page may
 * have fewer than `limit`.
 */
export async function listDue(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Due>> {
  ctx.require('retention:read')
  const cutoff = addYears(ctx.today, -ctx.centre.settings.retentionYears)
  const found = await ctx.store.query<Retention>({
    index: 'list',
    partition: 'RETENTION',
    // Every day begins with a digit, and every id with a letter, which sorts before a tilde.
    between: ['0', `${cutoff}#~`],
    ...page,
  })
  const looked = await Promise.all(found.items.map((retention) => look(ctx, retention, cutoff)))
  return { ...found, items: looked.filter((due) => due !== undefined) }
}

async function look(ctx: Context, retention: Retention, cutoff: string): Promise<Due | undefined> {
  const { client } = retention
  const record = await ctx.store.asCustodian().find(Client, client)
  if (record === undefined || record.status === 'merged') {
    await move(ctx, retention, undefined)
    return undefined
  }
  const records = [client, ...record.mergedFrom]
  const [entryOn = dateIn(ctx.centre.zone, record.createdAt), held] = await Promise.all([
    lastEntryOn(ctx, records),
    isHeld(ctx.store.asCustodian(), records),
  ])
  const from = runsFrom(record, entryOn)
  if (from !== retention.from) await move(ctx, retention, from)
  if (from > cutoff || held) return undefined
  return { client, lastEntryOn: entryOn, keptUntil: addYears(from, ctx.centre.settings.retentionYears) }
}

async function move(ctx: Context, { id, version, client, ...before }: Retention, from: string | undefined) {
  const after: Retention = { id, version: version + 1, client, ...(from && { from }) }
  try {
    await ctx.store.commit([adjust(Retention, { id, version, client, ...before }, after)])
  } catch (error) {
    // Somebody else looked in the same instant and moved it.
    if (!(error instanceof Contended)) throw error
  }
}

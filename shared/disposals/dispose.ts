import { closedRecord } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { addYears, dateIn } from '../core/time.ts'
import { adjust, change, create } from '../db/event.ts'
import { isHeld } from '../holds/list.ts'
import { redactIncidents } from '../incidents/redact.ts'
import { lastEntryOn } from '../retention/last-entry.ts'
import { looked } from '../retention/looked.ts'
import { runsFrom } from '../retention/schema.ts'
import { certified, namesIn, takeInventory } from './inventory.ts'
import { remove } from './remove.ts'
import { Disposal } from './schema.ts'

/**
 * Removes a client for good: the record and those merged into it, everything that hangs on them, their events, what
 * they are found by, the answers kept of requests about them, their places in activities, their names in the register of
 * incidents. The audit log stays, and so do
 * figures, in which nobody is. Leaves a certificate.
 *
 * The record is closed first, and then emptied in steps. Asking again finishes a disposal that was cut short, and changes
 * nothing of one that was not.
 * @throws NotFound; Conflict `client-merged` for a record that went into another, `legal-hold`, `retention-not-ended`
 *   with `keptUntil`, unless the record was created in error.
 */
export async function disposeClient(
  ctx: Context,
  { client, reason }: { readonly client: string; readonly reason: Disposal['reason'] },
): Promise<Disposal> {
  ctx.require('clients:dispose')
  const begun = (await ctx.store.find(Disposal, disposalId(client))) ?? (await begin(ctx, client, reason))
  const records = [client, ...begun.mergedFrom]
  const known = begun.counts ? begun : await certify(ctx, begun, records)
  await redactIncidents(ctx, namesIn(await takeInventory(ctx.store.asCustodian(), records)))
  await remove(ctx, records)
  if (known.status === 'completed') return known
  const completed: Disposal = { ...known, version: known.version + 1, status: 'completed', completedAt: ctx.now }
  return ctx.store.commit([
    { ...change(Disposal, known, completed, 'completed', { reason: known.reason }), contended: true },
  ])
}

/** Closes the record, if it may go: from here on nothing new is attached to it, and nobody finds it by name. */
async function begin(ctx: Context, client: string, reason: Disposal['reason']): Promise<Disposal> {
  const record = await ctx.store.asCustodian().get(Client, client)
  if (record.status !== 'active') throw closedRecord(record)
  const records = [client, ...record.mergedFrom]
  // Read before the holds are, and written with the record: a hold set in between has this run again.
  const retention = await looked(ctx, client, true)
  if (await isHeld(ctx.store.asCustodian(), records)) throw new Conflict('legal-hold')
  if (reason === 'retention-ended') await checkRetention(ctx, record, records)
  const disposal: Disposal = {
    id: disposalId(client),
    version: 1,
    client,
    mergedFrom: record.mergedFrom,
    reason,
    status: 'under-way',
    startedAt: ctx.now,
    startedBy: ctx.actor.id,
  }
  const closed: Client = { ...record, version: record.version + 1, status: 'disposing' }
  return ctx.store.commit(
    [
      { ...create(Disposal, disposal, 'started', { reason }), contended: true },
      { ...change(Client, record, closed, 'closed', { reason }), contended: true },
      retention,
    ],
    { partial: true },
  )
}

async function checkRetention(ctx: Context, record: Client, records: readonly string[]): Promise<void> {
  const entryOn = (await lastEntryOn(ctx, records)) ?? dateIn(ctx.centre.zone, record.createdAt)
  const keptUntil = addYears(runsFrom(record, entryOn), ctx.centre.settings.retentionYears)
  if (keptUntil > ctx.today) throw new Conflict('retention-not-ended', { date: keptUntil }, { keptUntil })
}

/** Counts what there is before the first of it goes: a disposal that is taken up again certifies all of it. */
async function certify(ctx: Context, begun: Disposal, records: readonly string[]): Promise<Disposal> {
  const inventory = await takeInventory(ctx.store.asCustodian(), records)
  const counted: Disposal = { ...begun, version: begun.version + 1, ...certified(inventory) }
  return ctx.store.commit([adjust(Disposal, begun, counted)], { partial: true })
}

function disposalId(client: string): string {
  return `disposal_${client.slice('client_'.length)}`
}

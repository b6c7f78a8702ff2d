import * as z from 'zod'
import { Attendance } from '../attendances/schema.ts'
import { Consent } from '../consents/schema.ts'
import { Contact } from '../contacts/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, PreconditionFailed } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { formerValues } from '../corrections/keep.ts'
import { Correction } from '../corrections/schema.ts'
import { type Change, change } from '../db/event.ts'
import type { Entity, Kind } from '../db/kind.ts'
import type { ShieldEntry } from '../db/shield.ts'
import { BreakGlass, Directive } from '../directives/schema.ts'
import { Goal } from '../goals/schema.ts'
import { Hold } from '../holds/schema.ts'
import { Message } from '../messages/schema.ts'
import { FollowUp, Outcome } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from '../referrals/schema.ts'
import { Shortlist } from '../shortlists/schema.ts'
import { Signpost } from '../signposts/schema.ts'
import { Statement } from '../statements/schema.ts'
import { HandOff } from '../tasks/schema.ts'
import { closedRecord } from './active.ts'
import { joined } from './joined.ts'
import { Client } from './schema.ts'

export const MergeInput = z.strictObject({ from: id('client') })

/**
 * Everything that hangs on a client, by the beginning of its sort key in the client's list. What the client withholds has
 * moved with the mark. First comes what others are written together with: once a referral has moved, nothing can be added
 * to it under the old client.
 */
export const dependents: readonly Kind<Entity & { client: string }>[] = [
  Directive,
  BreakGlass,
  Referral,
  Prescription,
  Attendance,
  Consent,
  Contact,
  Correction,
  FollowUp,
  Goal,
  HandOff,
  Hold,
  Message,
  Outcome,
  Shortlist,
  Signpost,
  Statement,
] as Kind<never>[] as Kind<Entity & { client: string }>[]

/** How many move in one transaction: each is an entity, an event and at times a derived item, of 100. */
const together = 20

/**
 * Merges one record into another: the same person, on file twice. What the surviving record lacks it takes over; lists
 * are joined; whatever hung on the other hangs on it now. The other stays, marked, and points here.
 *
 * The other is marked first, which keeps anything new from being attached to it, and then emptied in steps. Asking for
 * the same merge again finishes one that was cut short, and changes nothing of one that was not.
 * @throws NotFound; PreconditionFailed when the surviving record's `ifMatch` is stale; Conflict `merge-same`.
 */
export async function mergeClients(
  ctx: Context,
  { id: into, ifMatch, from }: { readonly id: string; readonly ifMatch: number; readonly from: string },
): Promise<Client> {
  ctx.require('clients:merge')
  if (into === from) throw new Conflict('merge-same')
  const [survivor, other] = await Promise.all([ctx.store.get(Client, into), ctx.store.get(Client, from)])
  const isAgain = other.mergedInto === into
  for (const record of [survivor, other]) if (record.status === 'disposing') throw closedRecord(record)
  if (survivor.status === 'merged' || (other.status === 'merged' && !isAgain)) throw new Conflict('merge-same')
  if (!isAgain && survivor.version !== ifMatch) throw new PreconditionFailed()
  const result = isAgain ? survivor : await mark(ctx, survivor, other)
  for (const kind of dependents) await move(ctx, kind, from, into)
  return result
}

async function mark(ctx: Context, survivor: Client, other: Client): Promise<Client> {
  const gone: Client = { ...other, status: 'merged', mergedInto: survivor.id, version: other.version + 1 }
  const whole = joined(survivor, other)
  return ctx.store.commit([
    change(Client, survivor, whole, 'merged', { from: other.id }),
    { ...change(Client, other, gone, 'merged-away', { into: survivor.id }), contended: true },
    ...formerValues(ctx, Client, survivor, whole, { client: survivor.id }),
    ...(await directivesForBoth(ctx, survivor.id, other)),
  ])
}

/**
 * What was withheld of either record is withheld of both, and of those that went into them, from this moment on, whatever
 * still hangs on the other. Read where all that is in force is, and consistently: none may be overlooked.
 */
async function directivesForBoth(ctx: Context, into: string, { id: from, mergedFrom }: Client): Promise<Change[]> {
  const entries = await ctx.store.asCustodian().queryAll<ShieldEntry>({ partition: 'SHIELD', consistent: true })
  const theirs = entries.filter((entry) => 'against' in entry && [into, from].includes(entry.client)) as Directive[]
  return theirs.map((directive): Change => {
    const formerly = [...new Set([...(directive.formerly ?? []), from, ...mergedFrom])]
    const after = { ...directive, client: into, formerly, version: directive.version + 1 }
    return { ...change(Directive, directive, after, 'moved'), contended: true }
  })
}

/**
 * Moves all of one kind, what the client withholds from the caller too. Nobody named the versions of what moves: where
 * one changes in the same instant, the merge is taken up again.
 */
async function move(ctx: Context, kind: Kind<Entity & { client: string }>, from: string, into: string): Promise<void> {
  const begins = `${kind.name.toUpperCase()}#`
  const found = await ctx.store.asCustodian().queryAll<Entity & { client: string }>({
    index: 'client',
    partition: `CLIENT#${from}`,
    begins,
  })
  const moved = (entity: Entity & { client: string }): Change => ({
    ...change(kind, entity, { ...entity, client: into, version: entity.version + 1 }, 'moved'),
    contended: true,
  })
  for (let start = 0; start < found.length; start += together) {
    const [first, ...rest] = found.slice(start, start + together).map(moved)
    if (first) await ctx.store.commit([first, ...rest], { partial: true })
  }
}

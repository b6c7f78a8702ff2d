import * as z from 'zod'
import { Attendance } from '../attendances/schema.ts'
import { Consent } from '../consents/schema.ts'
import { Contact } from '../contacts/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { type Change, change } from '../db/event.ts'
import type { Entity, Kind } from '../db/kind.ts'
import { Goal } from '../goals/schema.ts'
import { Message } from '../messages/schema.ts'
import { FollowUp, Outcome } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from '../referrals/schema.ts'
import { HandOff } from '../tasks/schema.ts'
import { Client } from './schema.ts'

export const MergeInput = z.strictObject({ from: id('client') })

/** Everything that hangs on a client, by the beginning of its sort key in the client's list. */
const dependents: readonly Kind<Entity & { client: string }>[] = [
  Attendance,
  Consent,
  Contact,
  FollowUp,
  Goal,
  HandOff,
  Message,
  Outcome,
  Prescription,
  Referral,
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
  if (survivor.status === 'merged' || (other.status === 'merged' && other.mergedInto !== into)) {
    throw new Conflict('merge-same')
  }
  const isAgain = other.status === 'merged'
  const result = isAgain ? survivor : await mark(ctx, await ctx.store.get(Client, into, { ifMatch }), other)
  for (const kind of dependents) await move(ctx, kind, from, into)
  return result
}

function mark(ctx: Context, survivor: Client, other: Client): Promise<Client> {
  const { mergedInto: _, ...rest } = other
  const gone: Client = { ...rest, status: 'merged', mergedInto: survivor.id, version: other.version + 1 }
  const kept = joined(survivor, other)
  const merged = change(Client, survivor, kept, 'merged', { from: other.id })
  return ctx.store.commit([merged, change(Client, other, gone, 'merged-away', { into: survivor.id })], {
    partial: true,
  })
}

/** The survivor's word stands where both have one; caution (safe contact, do not contact) stands from either. */
function joined(survivor: Client, other: Client): Client {
  const { names } = other
  const known = [survivor.names.given, survivor.names.family, survivor.names.preferred, ...(survivor.names.other ?? [])]
  const further = [names.given, names.family, names.preferred, ...(names.other ?? [])].filter(
    (name): name is string => name !== undefined && !known.includes(name),
  )
  const reach = (client: Client) => client.contactPoints.map(({ system, value }) => `${system} ${value}`)
  return {
    ...other,
    ...survivor,
    version: survivor.version + 1,
    names: { ...survivor.names, other: [...(survivor.names.other ?? []), ...new Set(further)].slice(0, 4) },
    languages: [...new Set([...survivor.languages, ...other.languages])].slice(0, 8),
    needsInterpreter: survivor.needsInterpreter || other.needsInterpreter,
    contactPoints: [
      ...survivor.contactPoints,
      ...other.contactPoints.filter(({ system, value }) => !reach(survivor).includes(`${system} ${value}`)),
    ].slice(0, 6),
    safeContact: survivor.safeContact || other.safeContact,
    doNotContact: survivor.doNotContact || other.doNotContact,
    interests: [...new Set([...survivor.interests, ...other.interests])].slice(0, 40),
    talents: [...new Set([...survivor.talents, ...other.talents])].slice(0, 20),
    barriers: [
      ...survivor.barriers,
      ...other.barriers.filter(({ code }) => !survivor.barriers.some((known) => known.code === code)),
    ],
    equity: { ...other.equity, ...survivor.equity },
    mergedFrom: [...survivor.mergedFrom, other.id, ...other.mergedFrom].slice(0, 20),
  }
}

async function move(ctx: Context, kind: Kind<Entity & { client: string }>, from: string, into: string): Promise<void> {
  const begins = `${kind.name.toUpperCase()}#`
  const found = await ctx.store.queryAll<Entity & { client: string }>({
    index: 'client',
    partition: `CLIENT#${from}`,
    begins,
  })
  for (let start = 0; start < found.length; start += together) {
    const [first, ...rest] = found
      .slice(start, start + together)
      .map((entity): Change => change(kind, entity, { ...entity, client: into, version: entity.version + 1 }, 'moved'))
    if (first) await ctx.store.commit([first, ...rest], { partial: true })
  }
}

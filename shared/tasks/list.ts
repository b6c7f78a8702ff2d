import * as z from 'zod'
import { Client } from '../clients/schema.ts'
import { shownName } from '../clients/search-entries.ts'
import type { Context } from '../core/context.ts'
import { id } from '../core/text.ts'
import { dateIn, yearsBetween } from '../core/time.ts'
import type { Page } from '../db/query.ts'
import { Referral } from '../referrals/schema.ts'
import type { Task } from './schema.ts'
import { type Due, is, type Snapshot, taskOf } from './task-of.ts'

/** A member of staff, the caller, or nobody yet. */
export const Assignee = z.union([z.enum(['me', 'unassigned']), id('staff')])
export type Assignee = z.infer<typeof Assignee>

/**
 * The Today list of one person, the most overdue first: one query of what is due, and one read of all its clients.
 */
export async function listTasks(
  ctx: Context,
  input: { readonly assignee: Assignee; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Task>> {
  ctx.require('tasks:read')
  const { assignee, ...page } = input
  const found = await ctx.store.query<Snapshot>({ index: 'today', partition: todayOf(ctx, assignee), ...page })
  const due = found.items.flatMap((snapshot) => dueOf(ctx, snapshot))
  const clients = await ctx.store.findMany(Client, [...new Set(due.map(({ client }) => client))])
  const known = new Map(clients.map((client) => [client.id, client]))
  return { ...found, items: due.flatMap((task) => withClient(ctx, task, known.get(task.client))) }
}

/** Where the tasks of an assignee are, in the `today` index. */
export function todayOf(ctx: Context, assignee: Assignee): string {
  return `TODAY#${assignee === 'me' ? ctx.actor.id : assignee}`
}

function dueOf(ctx: Context, snapshot: Snapshot): Due[] {
  const task = taskOf(snapshot, ctx)
  if (task === undefined) return []
  return [is(Referral, snapshot) ? { ...task, receivedOn: dateIn(ctx.centre.zone, snapshot.requestedAt) } : task]
}

/** A client whom the caller may not see takes the row along. */
function withClient({ today }: Context, task: Due, client: Client | undefined): Task[] {
  if (client === undefined) return []
  const { birthDate, locale, needsInterpreter, safeContact, doNotContact } = client
  const age = birthDate === undefined ? {} : { age: yearsBetween(birthDate, today) }
  return [{ ...task, clientName: shownName(client), ...age, locale, needsInterpreter, safeContact, doNotContact }]
}

import type { Context } from '../core/context.ts'
import { type Assignee, todayOf } from './list.ts'
import type { Count, Summary } from './schema.ts'
import { type Snapshot, taskOf } from './task-of.ts'

/** How many of each list are counted: a full caseload with its follow-ups, and at most a megabyte, one query's worth. */
const most = 300

/**
 * How much the caller, and nobody yet, has to do: two queries, whatever there is. Each counts 300 at most and says when
 * there is more. They come the most overdue first, so `overdue` is exact unless all that was counted is overdue.
 */
export async function summarizeTasks(ctx: Context): Promise<Summary> {
  ctx.require('tasks:read')
  const [me, unassigned] = await Promise.all([count(ctx, 'me'), count(ctx, 'unassigned')])
  return { me, unassigned }
}

/** How much is on the list of an assignee. */
export async function count(ctx: Context, assignee: Assignee): Promise<Count> {
  const partition = todayOf(ctx, assignee)
  const { items, nextCursor } = await ctx.store.query<Snapshot>({ index: 'today', partition, limit: most })
  const due = items.flatMap((snapshot) => taskOf(snapshot, ctx) ?? [])
  const overdue = due.filter(({ daysOverdue }) => daysOverdue > 0)
  return { total: due.length, overdue: overdue.length, more: nextCursor !== undefined }
}

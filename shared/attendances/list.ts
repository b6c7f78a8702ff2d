import { findActivity } from '../activities/find.ts'
import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import type { Page } from '../db/query.ts'
import type { Attendance } from './schema.ts'

/**
 * Attendances of an activity, session by session.
 * @throws NotFound for an activity that the centre cannot see, unless it has attendances of it from when it could.
 */
export async function listAttendances(
  ctx: Context,
  { activity, ...page }: { readonly activity: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Attendance>> {
  ctx.require('attendances:read')
  const [attendances, found] = await Promise.all([
    ctx.store.query<Attendance>({ index: 'list', partition: `SESSIONS#${activity}`, ...page }),
    findActivity(ctx, activity),
  ])
  if (found === undefined && attendances.items.length === 0) throw new NotFound()
  return attendances
}

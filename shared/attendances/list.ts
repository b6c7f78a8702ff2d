import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import type { Attendance } from './schema.ts'

/** Attendances of an activity, session by session. */
export function listAttendances(
  ctx: Context,
  input: { readonly activity: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Attendance>> {
  ctx.require('attendances:read')
  const { activity, ...page } = input
  return ctx.store.query({ index: 'list', partition: `SESSIONS#${activity}`, ...page })
}

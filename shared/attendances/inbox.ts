import type * as z from 'zod'
import { findActivity } from '../activities/find.ts'
import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import { directed, partnerOf } from '../prescriptions/inbox.ts'
import { type RecordInput, recordSession } from './record.ts'
import { AttendanceSchema } from './schema.ts'

/** What a partner is told of an attendance: what it sent. */
export const PartnerAttendance = AttendanceSchema.pick({ prescription: true, activity: true, date: true, result: true })
type PartnerAttendance = z.infer<typeof PartnerAttendance>

/**
 * A partner's tick list for a session of its own activity, of people whom it may see.
 * @throws as {@link recordSession}; NotFound for an activity that is not the partner's, or a prescription that it may
 *   not see.
 */
export async function recordPartnerAttendances(
  ctx: Context,
  input: z.infer<typeof RecordInput> & { readonly activity: string; readonly date: string },
): Promise<{ items: PartnerAttendance[] }> {
  ctx.require('inbox:attend')
  const activity = await findActivity(ctx, input.activity)
  if (activity?.partner !== partnerOf(ctx)) throw new NotFound()
  await Promise.all(input.attendances.map(({ prescription }) => directed(ctx, prescription)))
  const { items } = await recordSession(ctx, activity, input)
  return { items: items.map(({ prescription, activity, date, result }) => ({ prescription, activity, date, result })) }
}

import * as z from 'zod'
import { occurrencesOn } from '../activities/calendar.ts'
import { findActivity } from '../activities/find.ts'
import type { Activity } from '../activities/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput, NotFound } from '../core/errors.ts'
import type { Change } from '../db/event.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from '../referrals/schema.ts'
import { attendanceChanges, attendanceId } from './changes.ts'
import { Attendance, AttendanceInput } from './schema.ts'

export const RecordInput = z.strictObject({ attendances: z.array(AttendanceInput).min(1).max(100) })

interface Recorded extends z.infer<typeof RecordInput> {
  readonly activity: string
  readonly date: string
}

/** An attendance with all that it touches takes up to eight items of a transaction's hundred. */
const together = 10

/**
 * The tick list of one session: who came, who did not. Sending the same list again changes nothing; a corrected line
 * replaces the one before. A first attendance starts the prescription and is a milestone of the referral.
 * @returns the session's attendances as they are now, in the order they were sent.
 * @throws NotFound for an activity that the centre cannot see; Conflict `no-session` on a date the schedule does not
 *   have; InvalidInput for a future date or a prescription named twice; Conflict `not-on-roster` naming those who do not
 *   take part.
 */
export async function recordAttendances(ctx: Context, input: Recorded): Promise<{ items: Attendance[] }> {
  ctx.require('attendances:record')
  const activity = await findActivity(ctx, input.activity)
  if (activity === undefined) throw new NotFound()
  if (isChampionOnly(ctx) && !activity.leaders.includes(ctx.actor.id)) throw new NotFound()
  return recordSession(ctx, activity, input)
}

/** The same, for whoever was found to be allowed it. */
export async function recordSession(
  ctx: Context,
  activity: Activity,
  input: Recorded,
): Promise<{ items: Attendance[] }> {
  checkSession(ctx, activity, input)
  const ids = input.attendances.map(({ prescription }) => prescription)
  const prescriptions = await ctx.store.findMany(Prescription, ids)
  const absent = ids.filter((id) => !prescriptions.some((found) => found.id === id && takesPart(found, activity)))
  if (absent.length > 0) throw new Conflict('not-on-roster', {}, { prescriptions: absent })
  const [known, referrals] = await Promise.all([
    ctx.store.findMany(
      Attendance,
      ids.map((id) => attendanceId(id, input.date)),
    ),
    ctx.store.findMany(
      Referral,
      prescriptions.map(({ referral }) => referral),
    ),
  ])
  const lines = attendanceChanges(ctx, input.date, input.attendances, { known, prescriptions, referrals })
  const answer = { items: lines.map(({ attendance }) => attendance) }
  const pending = lines.filter(({ changes }) => changes.length > 0)
  for (let start = 0; start < pending.length; start += together) {
    const [first, ...rest] = pending.slice(start, start + together).flatMap(({ changes }): readonly Change[] => changes)
    const isLast = start + together >= pending.length
    if (first) await ctx.store.commit([first, ...rest], { answer, ...(!isLast && { partial: true }) })
  }
  return answer
}

function checkSession(ctx: Context, activity: Activity, { date, attendances }: Recorded): void {
  if (date > ctx.today) throw new InvalidInput([{ pointer: '/param/date', code: 'future-date' }])
  const { schedule } = activity
  if (schedule && occurrencesOn(schedule, date, date).length === 0) throw new Conflict('no-session', { date })
  const seen = new Set<string>()
  const twice = attendances.flatMap(({ prescription }, line) => {
    if (!seen.has(prescription)) {
      seen.add(prescription)
      return []
    }
    return [{ pointer: `#/attendances/${line}/prescription`, code: 'twice' }]
  })
  if (twice.length > 0) throw new InvalidInput(twice)
}

function takesPart(prescription: Prescription, activity: Activity): boolean {
  return prescription.activity === activity.id && ['accepted', 'in-progress', 'completed'].includes(prescription.status)
}

/** A champion ticks the list of the groups they lead; a navigator any. */
export function isChampionOnly(ctx: Context): boolean {
  return ctx.actor.kind === 'person' && !ctx.permissions.has('prescriptions:read')
}

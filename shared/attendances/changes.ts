import type { Context } from '../core/context.ts'
import { type Change, change, create } from '../db/event.ts'
import { movePrescription } from '../prescriptions/move.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { cohortFacts } from '../referrals/milestones.ts'
import { Referral } from '../referrals/schema.ts'
import { Attendance, type AttendanceInput } from './schema.ts'

/** One line of the tick list: the attendance as it will be, and what changes for it. */
export interface Line {
  readonly attendance: Attendance
  readonly changes: readonly Change[]
}

interface Known {
  readonly known: readonly Attendance[]
  readonly prescriptions: readonly Prescription[]
  readonly referrals: readonly Referral[]
}

/** One record per prescription and date. */
export function attendanceId(prescription: string, date: string): string {
  return `attendance_${prescription.slice('prescription_'.length)}_${date.replaceAll('-', '')}`
}

/**
 * What a tick list changes. Pure: a line that says what is on record already changes nothing, and of several
 * prescriptions of one referral only the first to be attended is its milestone.
 */
export function attendanceChanges(
  ctx: Context,
  date: string,
  inputs: readonly AttendanceInput[],
  { known, prescriptions, referrals }: Known,
): readonly Line[] {
  const attended = new Set(referrals.filter(({ attendedAt }) => attendedAt !== undefined).map(({ id }) => id))
  return inputs.flatMap(({ prescription: id, result }): readonly Line[] => {
    const prescription = prescriptions.find((found) => found.id === id)
    if (prescription === undefined) return []
    const before = known.find((found) => found.id === attendanceId(id, date))
    if (before?.result === result) return [{ attendance: before, changes: [] }]
    const attendance = recorded(ctx, prescription, date, result, before)
    const facts = { activity: prescription.activity, on: date, result, ...(before && { was: before.result }) }
    const line = before
      ? change(Attendance, before, attendance, 'corrected', facts)
      : create(Attendance, attendance, 'recorded', facts)
    // Nobody names the version of a line: whoever ticks in the same instant looks again.
    const changes: Change[] = [
      { ...line, contended: true },
      ...counted(ctx, prescription, before?.result === 'attended', result === 'attended'),
    ]
    const referral = referrals.find((found) => found.id === prescription.referral)
    if (result === 'attended' && referral && !attended.has(referral.id)) {
      attended.add(referral.id)
      changes.push(milestone(ctx, referral))
    }
    return [{ attendance, changes }]
  })
}

function recorded(
  ctx: Context,
  prescription: Prescription,
  date: string,
  result: Attendance['result'],
  before: Attendance | undefined,
): Attendance {
  return {
    id: attendanceId(prescription.id, date),
    version: (before?.version ?? 0) + 1,
    client: prescription.client,
    referral: prescription.referral,
    prescription: prescription.id,
    activity: prescription.activity,
    date,
    result,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
}

/** How often somebody came is kept with the prescription, whose first attendance starts it. */
function counted(ctx: Context, prescription: Prescription, came: boolean, comes: boolean): Change[] {
  if (came === comes) return []
  const timesAttended = prescription.timesAttended + Number(comes) - Number(came)
  const starts = comes && prescription.status === 'accepted'
  const after = starts
    ? movePrescription(ctx, prescription, 'in-progress', { startedAt: ctx.now, timesAttended })
    : { ...prescription, version: prescription.version + 1, timesAttended }
  const verb = starts ? 'started' : 'attended'
  const facts = { activity: prescription.activity, timesAttended }
  return [{ ...change(Prescription, prescription, after, verb, facts), contended: true }]
}

function milestone(ctx: Context, referral: Referral): Change {
  const after = { ...referral, attendedAt: ctx.now, version: referral.version + 1 }
  return { ...change(Referral, referral, after, 'attended', cohortFacts(ctx, referral)), contended: true }
}

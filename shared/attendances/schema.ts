import * as z from 'zod'
import { date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** Whether somebody came to one session of an activity. One record per prescription and date. */
export const AttendanceSchema = z.strictObject({
  /** `attendance_<prescription's ULID>_<yyyymmdd>`: recording the same session twice finds the same record. */
  id: z.string(),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  prescription: id('prescription'),
  activity: id('activity'),
  date,
  result: z.enum(['attended', 'missed', 'excused']),
  recordedAt: instant,
  recordedBy: text(60),
})
export type Attendance = z.infer<typeof AttendanceSchema>

export const Attendance = kind<Attendance>({
  name: 'attendance',
  table: 'care',
  client: (attendance) => attendance.client,
  indexes: (attendance) => ({
    client: [`CLIENT#${attendance.client}`, `ATTENDANCE#${attendance.date}#${attendance.id}`],
    list: [`SESSIONS#${attendance.activity}`, `${attendance.date}#${attendance.id}`],
  }),
})

export const AttendanceInput = z.strictObject({
  prescription: id('prescription'),
  result: AttendanceSchema.shape.result,
})
export type AttendanceInput = z.infer<typeof AttendanceInput>

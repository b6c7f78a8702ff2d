import * as z from 'zod'
import * as attendances from '../../../shared/attendances/index.ts'
import { date, id } from '../../../shared/core/text.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Attendances'
const session = z.object({ activity: id('activity'), date })
const answer = attendances.AttendanceSchema.meta({ id: 'Attendance' })

/** The tick list of a session, as staff and as partners send it. */
export const tickList = {
  method: 'put',
  params: session,
  body: attendances.RecordInput.meta({ id: 'TickList' }),
  example: { attendances: [{ prescription: 'prescription_01JD3Y6Q5V8Z9K2M4N6P8R0T1W', result: 'attended' as const }] },
  description: 'The same list sent again changes nothing; a corrected line replaces the one before.',
  refusals: ['no-session', 'not-on-roster'],
} as const

export function attendanceRoutes(routes: Routes): void {
  operation(
    routes,
    {
      ...tickList,
      path: '/activities/{activity}/sessions/{date}/attendances',
      id: 'recordAttendances',
      tag,
      summary: 'Record who came to a session',
      permission: 'attendances:record',
      answer: listOf(answer),
    },
    (ctx, { params, body }) => attendances.recordAttendances(ctx, { ...params, ...body }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities/{activity}/attendances',
      id: 'listAttendances',
      tag,
      summary: 'List an activity’s attendances, session by session',
      permission: 'attendances:read',
      params: pathId('activity'),
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { activity }, query }) => attendances.listAttendances(ctx, { activity, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities/{activity}/roster',
      id: 'readRoster',
      tag,
      summary: 'Read who takes part in an activity, and who waits',
      description:
        'First names, safe-contact notes and who wants company only. Champions read the rosters of the groups they lead.',
      permission: 'attendances:record',
      params: pathId('activity'),
      query: attendances.RosterQuery,
      answer: listOf(attendances.RosterEntry.meta({ id: 'RosterEntry' })),
    },
    (ctx, { params: { activity }, query }) => attendances.readRoster(ctx, { id: activity, ...query }),
  )
}

import * as z from 'zod'
import { findActivity } from '../activities/find.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import { date } from '../core/text.ts'
import type { Prescription } from '../prescriptions/schema.ts'
import { prescriptionStatuses } from '../prescriptions/status.ts'
import { attendanceId } from './changes.ts'
import { isChampionOnly } from './record.ts'
import { Attendance, AttendanceSchema } from './schema.ts'

/** Who is asked, waiting or taking part: the first name and how to reach them safely, no needs, nothing clinical. */
export const RosterEntry = z.object({
  prescription: z.string(),
  name: z.string(),
  status: z.enum(prescriptionStatuses),
  waitingSince: z.string().optional(),
  timesAttended: z.int(),
  safeContact: z.boolean(),
  safeContactNote: z.string().optional(),
  /** Wants somebody to come along: whether that somebody is found. */
  companion: z.enum(['asked', 'arranged']).optional(),
  /** What was ticked for the session that was asked about. */
  result: AttendanceSchema.shape.result.optional(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

export const RosterQuery = z.strictObject({
  date: date.optional().meta({ description: 'A session: says who was ticked for it.' }),
})

/**
 * An activity's roster in this centre, those who wait last and in their order. One query and a batch each of names and of a session's ticks.
 * @throws NotFound for an activity that the centre cannot see, or that a champion does not lead.
 */
export async function readRoster(
  ctx: Context,
  { id, date }: z.infer<typeof RosterQuery> & { readonly id: string },
): Promise<{ items: RosterEntry[] }> {
  ctx.require('attendances:record')
  const [activity, roster] = await Promise.all([
    findActivity(ctx, id),
    ctx.store.queryAll<Prescription>({ partition: `ROSTER#${id}` }),
  ])
  if (activity === undefined) throw new NotFound()
  if (isChampionOnly(ctx) && !activity.leaders.includes(ctx.actor.id)) throw new NotFound()
  const [clients, ticks] = await Promise.all([
    ctx.store.findMany(
      Client,
      roster.map(({ client }) => client),
    ),
    date
      ? ctx.store.findMany(
          Attendance,
          roster.map((prescription) => attendanceId(prescription.id, date)),
        )
      : [],
  ])
  const byId = new Map(clients.map((client) => [client.id, client]))
  const results = new Map(ticks.map(({ prescription, result }) => [prescription, result]))
  const items = roster.flatMap((prescription) => {
    const client = byId.get(prescription.client)
    return client ? [entry(prescription, client, results.get(prescription.id))] : []
  })
  return { items: items.toSorted((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '')) }
}

function entry(
  prescription: Prescription,
  { names, safeContact, contactPoints }: Client,
  result: Attendance['result'] | undefined,
): RosterEntry {
  const companion = prescription.supports.find(({ code }) => code === 'companion')
  const note = contactPoints.find(({ preferred }) => preferred)?.safe.note
  return {
    prescription: prescription.id,
    name: names.preferred ?? names.given,
    status: prescription.status,
    ...(prescription.waitingSince && { waitingSince: prescription.waitingSince }),
    timesAttended: prescription.timesAttended,
    safeContact,
    ...(note && { safeContactNote: note }),
    ...(companion && { companion: companion.arranged ? ('arranged' as const) : ('asked' as const) }),
    ...(result && { result }),
  }
}

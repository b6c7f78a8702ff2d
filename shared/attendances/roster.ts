import * as z from 'zod'
import { findActivity } from '../activities/find.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { NotFound } from '../core/errors.ts'
import type { Prescription } from '../prescriptions/schema.ts'
import { prescriptionStatuses } from '../prescriptions/status.ts'
import { isChampionOnly } from './record.ts'

/** Who is asked, waiting or taking part: the first name and how to reach them safely, no needs, nothing clinical. */
export const RosterEntry = z.object({
  prescription: z.string(),
  name: z.string(),
  status: z.enum(prescriptionStatuses),
  waitingSince: z.string().optional(),
  timesAttended: z.int(),
  safeContact: z.boolean(),
  safeContactNote: z.string().optional(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

/**
 * An activity's roster in this centre, those who wait last and in their order. One query and one batch of names.
 * @throws NotFound for an activity that the centre cannot see, or that a champion does not lead.
 */
export async function readRoster(ctx: Context, id: string): Promise<{ items: RosterEntry[] }> {
  ctx.require('attendances:record')
  const [activity, roster] = await Promise.all([
    findActivity(ctx, id),
    ctx.store.queryAll<Prescription>({ partition: `ROSTER#${id}` }),
  ])
  if (activity === undefined) throw new NotFound()
  if (isChampionOnly(ctx) && !activity.leaders.includes(ctx.actor.id)) throw new NotFound()
  const clients = await ctx.store.findMany(
    Client,
    roster.map(({ client }) => client),
  )
  const byId = new Map(clients.map((client) => [client.id, client]))
  const items = roster.flatMap((prescription) => {
    const client = byId.get(prescription.client)
    return client ? [entry(prescription, client)] : []
  })
  return { items: items.toSorted((a, b) => (a.waitingSince ?? '').localeCompare(b.waitingSince ?? '')) }
}

function entry(prescription: Prescription, { names, safeContact, contactPoints }: Client): RosterEntry {
  const note = contactPoints.find(({ preferred }) => preferred)?.safe.note
  return {
    prescription: prescription.id,
    name: names.preferred ?? names.given,
    status: prescription.status,
    ...(prescription.waitingSince && { waitingSince: prescription.waitingSince }),
    timesAttended: prescription.timesAttended,
    safeContact,
    ...(note && { safeContactNote: note }),
  }
}

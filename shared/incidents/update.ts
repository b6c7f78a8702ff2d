import type { Context } from '../core/context.ts'
import { change } from '../db/event.ts'
import { checkDates } from './dates.ts'
import { Incident, type UpdateIncidentInput } from './schema.ts'

/**
 * Changes what the register says of an incident: what has come to light, who was told when. The event names the fields.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidInput for dates in the future or out of order.
 */
export async function updateIncident(
  ctx: Context,
  { id, ifMatch, changes }: { readonly id: string; readonly ifMatch: number; readonly changes: UpdateIncidentInput },
): Promise<Incident> {
  ctx.require('incidents:write')
  const incident = await ctx.store.get(Incident, id, { ifMatch })
  const updated: Incident = {
    ...incident,
    ...(changes as Partial<Incident>),
    notified: { ...incident.notified, ...changes.notified },
    version: incident.version + 1,
  }
  checkDates(updated, ctx.today)
  return ctx.store.commit([change(Incident, incident, updated, 'updated', { fields: Object.keys(changes) })])
}

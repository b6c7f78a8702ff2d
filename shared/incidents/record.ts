import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { checkDates } from './dates.ts'
import { Incident, type IncidentInput } from './schema.ts'

/**
 * Enters an incident in the centre's register.
 * @throws InvalidInput for dates in the future or out of order.
 */
export async function recordIncident(ctx: Context, input: IncidentInput): Promise<Incident> {
  ctx.require('incidents:write')
  const incident: Incident = {
    ...input,
    id: ctx.id('incident'),
    version: 1,
    discoveredOn: input.discoveredOn ?? ctx.today,
    recordedAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
  checkDates(incident, ctx.today)
  return ctx.store.commit([create(Incident, incident, 'recorded', { kind: incident.kind })])
}

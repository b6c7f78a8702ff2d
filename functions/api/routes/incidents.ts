import * as z from 'zod'
import { date } from '../../../shared/core/text.ts'
import * as incidents from '../../../shared/incidents/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Incidents'
const params = pathId('incident')
const answer = incidents.IncidentSchema.meta({ id: 'Incident' })

export function incidentRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/incidents',
      id: 'recordIncident',
      tag,
      summary: 'Enter an incident in the register: a theft, a loss, an unauthorised use or disclosure',
      permission: 'incidents:write',
      body: incidents.IncidentInput.meta({ id: 'IncidentInput' }),
      example: {
        kind: 'unauthorised-use',
        what: 'Looked at records of people who were not on the caseload.',
        period: { from: '2026-11-02', to: '2026-11-13' },
        actors: ['staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'],
      },
      answer,
      creates: 'incidents',
    },
    (ctx, { body }) => incidents.recordIncident(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/incidents',
      id: 'listIncidents',
      tag,
      summary: 'List the register, the last discovered first',
      permission: 'incidents:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { query }) => incidents.listIncidents(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/incidents/{incident}',
      id: 'getIncident',
      tag,
      summary: 'Read an incident',
      permission: 'incidents:read',
      params,
      answer,
    },
    (ctx, { params: { incident } }) => incidents.readIncident(ctx, incident),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/incidents/{incident}',
      id: 'updateIncident',
      tag,
      summary: 'Add what has come to light about an incident, and who was told when',
      permission: 'incidents:write',
      params,
      body: incidents.UpdateIncidentInput,
      example: { notified: { clients: '2026-11-20', commissioner: '2026-11-21' } },
      answer,
      versioned: true,
    },
    (ctx, { params: { incident }, body, ifMatch }) =>
      incidents.updateIncident(ctx, { id: incident, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/incidents/{incident}/affected',
      id: 'listAffected',
      tag,
      summary: 'List the clients affected by an incident, from the audit log',
      description:
        'Every client whose information those in question had in the period. The incident’s own actors and period unless others are named; more than 5,000 accesses are refused.',
      permission: 'incidents:read',
      params,
      query: z.strictObject({ actor: z.string().max(60).optional(), from: date.optional(), to: date.optional() }),
      answer: listOf(incidents.AffectedSchema.meta({ id: 'Affected' })),
    },
    (ctx, { params: { incident }, query }) => incidents.affectedBy(ctx, { id: incident, ...query }),
  )
}

import * as z from 'zod'
import * as audit from '../../../shared/audit/index.ts'
import { date, id } from '../../../shared/core/text.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery } from './shapes.ts'

export function auditRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/audit',
      id: 'listAudit',
      tag: 'Audit',
      summary: 'Read who saw or changed what: of a client, of a person, or of a day',
      permission: 'audit:read',
      query: z.strictObject({
        client: id('client').optional(),
        actor: z.string().max(60).optional(),
        day: date.optional(),
        ...pageQuery,
      }),
      answer: pageOf(audit.AuditEntrySchema.meta({ id: 'AuditEntry' })),
    },
    (ctx, { query }) => audit.listAudit(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/audit/yearly',
      id: 'countYear',
      tag: 'Audit',
      summary: 'Count a year for the privacy commissioner',
      description:
        'Requests and accesses by kind, refusals, directives, consents, breaking the glass, what clients asked of their records, incidents. This year unless said. Days that are over are counted once and kept; where `isComplete` is false there were too many for one request, and the next goes on.',
      permission: 'audit:read',
      query: z.strictObject({ year: z.coerce.number().int().min(2000).max(9999).optional().meta({ example: 2026 }) }),
      answer: audit.YearlyCountSchema.meta({ id: 'YearlyCount' }),
    },
    (ctx, { query }) => audit.countYear(ctx, query.year),
  )
}

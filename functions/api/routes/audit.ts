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
}

import * as z from 'zod'
import * as accessReports from '../../../shared/access-reports/index.ts'
import { date, locale as language } from '../../../shared/core/text.ts'
import * as corrections from '../../../shared/corrections/index.ts'
import * as records from '../../../shared/records/index.ts'
import * as statements from '../../../shared/statements/index.ts'
import { operation, type Routes } from '../operation.ts'
import { accessReportPage } from '../pages/access-report.ts'
import { recordPage } from '../pages/record.ts'
import { listOf, pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Client’s rights'
const params = pathId('client')
const Statement = statements.StatementSchema.meta({ id: 'Statement' })

export function recordRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/access-report',
      id: 'getAccessReport',
      tag,
      summary: 'Prepare a client’s own report of who looked at or changed the record',
      description:
        'In plain sentences by day, in the client’s language unless `locale` says otherwise; a page to print for `Accept: text/html`. The whole time unless a period is named; more than 5,000 accesses are refused. Whole or not at all: somebody from whom a part of the record is withheld cannot prepare it.',
      permission: 'audit:report',
      params,
      query: z.strictObject({ locale: language.optional(), from: date.optional(), to: date.optional() }),
      answer: accessReports.AccessReportSchema.meta({ id: 'AccessReport' }),
      page: accessReportPage,
    },
    (ctx, { params: { client }, query }) => accessReports.prepareAccessReport(ctx, { id: client, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/record',
      id: 'getClientRecord',
      tag,
      summary: 'Hand over everything that is held about a client',
      description:
        'From the custodian’s own view, whatever directives withhold from whom: for the client. As data, or as a document in the client’s language for `Accept: text/html`. Noted in the audit log as an export.',
      permission: 'clients:disclose',
      params,
      query: z.strictObject({
        locale: language.optional(),
        accesses: z.enum(['true', 'false']).default('false').meta({ description: 'With every access to the record.' }),
      }),
      answer: records.ClientRecordSchema.meta({ id: 'ClientRecord' }),
      page: recordPage,
    },
    (ctx, { params: { client }, query: { locale, accesses } }) =>
      records.discloseRecord(ctx, { id: client, locale, accesses: accesses === 'true' }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/corrections',
      id: 'listCorrections',
      tag,
      summary: 'List what was corrected in a record, with what stood there before',
      permission: 'clients:read',
      params,
      query: z.strictObject(pageQuery),
      answer: pageOf(corrections.CorrectionSchema.meta({ id: 'Correction' })),
    },
    (ctx, { params: { client }, query }) => corrections.listCorrections(ctx, { client, ...query }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/statements',
      id: 'attachStatement',
      tag,
      summary: 'Attach a client’s statement of disagreement to the record',
      permission: 'statements:attach',
      params,
      body: statements.StatementInput.meta({ id: 'StatementInput' }),
      example: { words: 'I never said that I would stop singing.', entity: 'contact_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' },
      answer: Statement,
      creates: 'statements',
      refusals: ['client-merged'],
    },
    (ctx, { params: { client }, body }) => statements.attachStatement(ctx, { ...body, client }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/statements',
      id: 'listStatements',
      tag,
      summary: 'List a client’s statements of disagreement',
      permission: 'clients:read',
      params,
      answer: listOf(Statement),
    },
    (ctx, { params: { client } }) => statements.listStatements(ctx, client),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/statements/{statement}',
      id: 'getStatement',
      tag,
      summary: 'Read a statement of disagreement',
      permission: 'clients:read',
      params: pathId('statement'),
      answer: Statement,
    },
    (ctx, { params: { statement } }) => ctx.store.get(statements.Statement, statement),
  )
}

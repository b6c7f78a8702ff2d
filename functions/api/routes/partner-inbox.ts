import * as z from 'zod'
import * as attendances from '../../../shared/attendances/index.ts'
import * as prescriptions from '../../../shared/prescriptions/index.ts'
import { operation, type Routes } from '../operation.ts'
import { tickList } from './attendances.ts'
import { listOf, pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Partner'
const params = pathId('prescription')
const answer = prescriptions.InboxPrescription.meta({ id: 'InboxPrescription' })

/** What a partner organisation's key opens: the prescriptions directed to it, and nothing else of anybody's. */
export function partnerInboxRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/partner/prescriptions',
      id: 'listInbox',
      tag,
      summary: 'List the prescriptions directed to you',
      permission: 'inbox:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { query }) => prescriptions.listInbox(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partner/prescriptions/{prescription}',
      id: 'readInbox',
      tag,
      summary: 'Read a prescription directed to you',
      permission: 'inbox:read',
      params,
      answer,
    },
    (ctx, { params: { prescription } }) => prescriptions.readInbox(ctx, prescription),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/partner/prescriptions/{prescription}/answer',
      id: 'answerInbox',
      tag,
      summary: 'Answer a prescription: accept, reject or waitlist',
      permission: 'inbox:answer',
      params,
      body: prescriptions.AnswerInput,
      example: { answer: 'accept' },
      answer,
      versioned: true,
      refusals: ['invalid-transition', 'activity-full'],
      again: (ctx, { params: { prescription } }, { version }) =>
        prescriptions.readAnswered(ctx, { id: prescription, answered: version }),
    },
    (ctx, { params: { prescription }, body, ifMatch }) =>
      prescriptions.answerInbox(ctx, { id: prescription, ifMatch, body }),
  )

  operation(
    routes,
    {
      ...tickList,
      path: '/partner/activities/{activity}/sessions/{date}/attendances',
      id: 'recordPartnerAttendances',
      tag,
      summary: 'Record who came to a session of your activity',
      permission: 'inbox:attend',
      answer: listOf(attendances.PartnerAttendance.meta({ id: 'PartnerAttendance' })),
    },
    (ctx, { params, body }) => attendances.recordPartnerAttendances(ctx, { ...params, ...body }),
  )
}

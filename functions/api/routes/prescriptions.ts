import * as z from 'zod'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as prescriptions from '../../../shared/prescriptions/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId, Timeline, takeBackRefusals } from './shapes.ts'

const tag = 'Prescriptions'
const params = pathId('prescription')
const answer = prescriptions.PrescriptionSchema.meta({ id: 'Prescription' })
const step = { method: 'post', tag, params, answer, versioned: true } as const
const forbids = ['invalid-transition'] as const

export function prescriptionRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/referrals/{referral}/prescriptions',
      id: 'proposePrescription',
      tag,
      summary: 'Put an activity on a referral’s plan',
      permission: 'prescriptions:propose',
      params: pathId('referral'),
      body: prescriptions.PrescriptionInput.meta({ id: 'PrescriptionInput' }),
      example: {
        activity: 'activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
        supports: [{ code: 'transport', arranged: true, words: 'Bus tickets for the first month' }],
      },
      answer,
      creates: 'prescriptions',
      refusals: ['referral-not-open', 'activity-closed'],
    },
    (ctx, { params: { referral }, body }) => prescriptions.proposePrescription(ctx, { ...body, referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/prescriptions',
      id: 'listPrescriptions',
      tag,
      summary: 'List a referral’s prescriptions',
      permission: 'prescriptions:read',
      params: pathId('referral'),
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { referral }, query }) => prescriptions.listPrescriptions(ctx, { referral, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/prescriptions/{prescription}',
      id: 'getPrescription',
      tag,
      summary: 'Read a prescription',
      permission: 'prescriptions:read',
      params,
      answer,
    },
    (ctx, { params: { prescription } }) => ctx.store.get(prescriptions.Prescription, prescription),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/prescriptions/{prescription}/timeline',
      id: 'getPrescriptionTimeline',
      tag,
      summary: 'Read what happened to a prescription, oldest first',
      permission: 'prescriptions:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { prescription }, query }) => timelineOf(ctx, prescriptions.Prescription, prescription, query),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/prescriptions/{prescription}',
      id: 'updatePrescription',
      tag,
      summary: 'Change supports, the note to the partner, or when to look again',
      permission: 'prescriptions:update',
      params,
      body: prescriptions.UpdateInput.meta({ id: 'PrescriptionUpdate' }),
      example: { supports: [{ code: 'companion', arranged: true }] },
      answer,
      versioned: true,
      refusals: ['prescription-over'],
    },
    (ctx, { params: { prescription }, body, ifMatch }) =>
      prescriptions.updatePrescription(ctx, { id: prescription, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/prescriptions/{prescription}/request',
      id: 'requestPrescription',
      summary: 'Ask the organiser to take the client in',
      description: 'Holds a place. Without one, `waitlist: true` puts the client on the waiting list instead.',
      permission: 'prescriptions:request',
      body: prescriptions.RequestInput,
      example: { waitlist: false },
      refusals: [
        ...forbids,
        'consent-missing',
        'activity-full',
        'activity-closed',
        'no-admission',
        'referral-not-open',
      ],
    },
    (ctx, { params: { prescription }, body, ifMatch }) =>
      prescriptions.requestPrescription(ctx, { id: prescription, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/prescriptions/{prescription}/answer',
      id: 'answerPrescription',
      summary: 'Note the organiser’s answer',
      permission: 'prescriptions:answer',
      body: prescriptions.AnswerInput.meta({ id: 'PrescriptionAnswer' }),
      example: { answer: 'reject', reason: { code: 'no-capacity' } },
      refusals: [...forbids, 'activity-full'],
    },
    (ctx, { params: { prescription }, body, ifMatch }) =>
      prescriptions.answerPrescription(ctx, { id: prescription, ifMatch, body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/prescriptions/{prescription}/start',
      id: 'startPrescription',
      summary: 'Note that the client has begun to take part',
      permission: 'prescriptions:start',
      refusals: forbids,
    },
    (ctx, { params: { prescription }, ifMatch }) => prescriptions.startPrescription(ctx, { id: prescription, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/prescriptions/{prescription}/take-back',
      id: 'takeBackPrescription',
      summary: 'Take back your last step on a prescription',
      description:
        'For ten minutes, and as long as nothing followed: an answer that you noted (accepted, or the waiting list), or that the client has begun. It stands as it stood before, with its place or its turn in the line.',
      permission: 'prescriptions:take-back',
      refusals: [...takeBackRefusals, 'place-gone'],
    },
    (ctx, { params: { prescription }, ifMatch }) =>
      prescriptions.takeBackPrescription(ctx, { id: prescription, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/prescriptions/{prescription}/retract',
      id: 'retractPrescription',
      summary: 'Mark a prescription as entered in error',
      permission: 'prescriptions:retract',
      body: prescriptions.RetractInput,
      example: { words: 'Meant for another person.' },
      refusals: forbids,
    },
    (ctx, { params: { prescription }, body, ifMatch }) =>
      prescriptions.retractPrescription(ctx, { id: prescription, ifMatch, ...body }),
  )

  const ends = [
    { verb: 'cancel', status: 'cancelled', summary: 'Cancel a prescription', code: 'client-declined' },
    { verb: 'fail', status: 'failed', summary: 'Close a prescription that could not go on', code: 'barrier' },
    { verb: 'complete', status: 'completed', summary: 'Close a prescription that ran its course', code: 'goals-met' },
  ] as const
  for (const { verb, status, summary, code } of ends) {
    const { input, permission } = prescriptions.endings[status]
    operation(
      routes,
      {
        ...step,
        path: `/prescriptions/{prescription}/${verb}`,
        id: `${verb}Prescription`,
        summary,
        permission,
        body: input,
        example: { reason: { code } },
        refusals: forbids,
      },
      (ctx, { params: { prescription }, body, ifMatch }) =>
        prescriptions.endPrescription(ctx, status, { id: prescription, ifMatch, reason: body.reason }),
    )
  }
}

import * as z from 'zod'
import { id } from '../../../shared/core/text.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as referrals from '../../../shared/referrals/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId, Timeline, takeBackRefusals } from './shapes.ts'

const tag = 'Referrals'
const params = pathId('referral')
const answer = referrals.ReferralSchema.meta({ id: 'Referral' })
const step = { method: 'post', tag, params, answer, versioned: true, refusals: ['invalid-transition'] } as const

export function referralRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/referrals',
      id: 'requestReferral',
      tag,
      summary: 'Refer a client to the navigators',
      permission: 'referrals:request',
      body: referrals.ReferralInput.meta({ id: 'ReferralInput' }),
      example: {
        client: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
        source: 'nurse-practitioner',
        reasons: ['social-connection'],
        note: 'Lives alone since the spring. Used to sing.',
        agreed: 'spoken',
      },
      answer,
      creates: 'referrals',
      refusals: ['client-merged'],
    },
    (ctx, { body }) => referrals.requestReferral(ctx, body),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/referrals/with-client',
      id: 'referNewClient',
      tag,
      summary: 'Put a client on file and refer them, in one step',
      description:
        'All of it or nothing. A record that looks like the same person answers 409 with `candidates`, as for a client alone. Takes `clients:create` too, and `consents:give` where there are `consents`.',
      permission: 'referrals:request',
      body: referrals.WithClientInput.meta({ id: 'ReferralWithClientInput' }),
      example: {
        client: {
          names: { given: 'Flora', family: 'Fiction' },
          birthDate: '1948-02-03',
          locale: 'fr',
          contactPoints: [
            { system: 'phone', value: '519-555-0124', preferred: true, safe: { voicemail: false, text: true } },
          ],
        },
        referral: { source: 'nurse-practitioner', reasons: ['social-connection'], agreed: 'spoken' },
        consents: [{ scope: { kind: 'messages', channel: 'sms' }, how: 'spoken' }],
      },
      answer,
      creates: 'referrals',
      refusals: ['possible-duplicate'],
    },
    (ctx, { body }) => referrals.referNewClient(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals',
      id: 'listReferrals',
      tag,
      summary: 'List referrals of a client, of a prescriber, or in one status',
      description: 'By one of these at a time; those in status `requested` unless said.',
      permission: 'referrals:read',
      query: z.strictObject({
        client: id('client').optional(),
        prescriber: id('staff').optional(),
        status: z.enum(referrals.referralStatuses).optional(),
        ...pageQuery,
      }),
      answer: pageOf(referrals.ReferralRow.meta({ id: 'ReferralRow' })),
    },
    (ctx, { query }) => referrals.listReferrals(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}',
      id: 'getReferral',
      tag,
      summary: 'Read a referral',
      permission: 'referrals:read',
      params,
      answer,
    },
    (ctx, { params: { referral } }) => ctx.store.get(referrals.Referral, referral),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/timeline',
      id: 'getReferralTimeline',
      tag,
      summary: 'Read what happened to a referral, oldest first',
      permission: 'referrals:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { referral }, query }) => timelineOf(ctx, referrals.Referral, referral, query),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/accept',
      id: 'acceptReferral',
      summary: 'Take a referral into your caseload',
      permission: 'referrals:accept',
    },
    (ctx, { params: { referral }, ifMatch }) => referrals.acceptReferral(ctx, { id: referral, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/assign',
      id: 'assignReferral',
      summary: 'Give a referral to a navigator',
      permission: 'referrals:assign',
      body: referrals.AssignInput,
      example: { navigator: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' },
    },
    (ctx, { params: { referral }, body, ifMatch }) => referrals.assignReferral(ctx, { id: referral, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/start',
      id: 'startReferral',
      summary: 'Begin work on an accepted referral',
      permission: 'referrals:start',
      refusals: [...step.refusals, 'referral-on-hold'],
    },
    (ctx, { params: { referral }, ifMatch }) => referrals.startReferral(ctx, { id: referral, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/hold',
      id: 'holdReferral',
      summary: 'Pause work on a referral until a date',
      permission: 'referrals:hold',
      body: referrals.HoldInput,
      example: { reason: { code: 'away' }, nextActionOn: '2027-01-11' },
    },
    (ctx, { params: { referral }, body, ifMatch }) => referrals.holdReferral(ctx, { id: referral, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/resume',
      id: 'resumeReferral',
      summary: 'Take up a paused referral again',
      permission: 'referrals:resume',
      refusals: [...step.refusals, 'referral-not-on-hold'],
    },
    (ctx, { params: { referral }, ifMatch }) => referrals.resumeReferral(ctx, { id: referral, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/take-back',
      id: 'takeBackReferral',
      summary: 'Take back your last step on a referral',
      description:
        'For ten minutes, and as long as nothing followed: that it was accepted, assigned, started or taken up again. It stands as it stood before, and the prescriber is not told of the step any more.',
      permission: 'referrals:take-back',
      refusals: takeBackRefusals,
    },
    (ctx, { params: { referral }, ifMatch }) => referrals.takeBackReferral(ctx, { id: referral, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/referrals/{referral}/retract',
      id: 'retractReferral',
      summary: 'Mark a referral as entered in error',
      permission: 'referrals:retract',
      body: referrals.RetractInput,
      example: { words: 'Meant for another person.' },
    },
    (ctx, { params: { referral }, body, ifMatch }) =>
      referrals.retractReferral(ctx, { id: referral, ifMatch, ...body }),
  )

  const ends = [
    { verb: 'reject', status: 'rejected', summary: 'Decline a requested referral', code: 'out-of-area' },
    { verb: 'cancel', status: 'cancelled', summary: 'Cancel a referral', code: 'client-declined' },
    { verb: 'fail', status: 'failed', summary: 'Close a referral that could not go on', code: 'unable-to-reach' },
    { verb: 'complete', status: 'completed', summary: 'Close a referral that has run its course', code: 'goals-met' },
  ] as const
  for (const { verb, status, summary, code } of ends) {
    const { input, permission } = referrals.closings[status]
    operation(
      routes,
      {
        ...step,
        path: `/referrals/{referral}/${verb}`,
        id: `${verb}Referral`,
        summary,
        permission,
        body: input,
        example: { reason: { code } },
      },
      (ctx, { params: { referral }, body, ifMatch }) =>
        referrals.closeReferral(ctx, status, { id: referral, ifMatch, reason: body.reason }),
    )
  }
}

import * as z from 'zod'
import * as consents from '../../../shared/consents/index.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Consents'
const answer = consents.ConsentSchema.meta({ id: 'Consent' })

export function consentRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/consents',
      id: 'giveConsent',
      tag,
      summary: 'Record what a client agreed to',
      permission: 'consents:give',
      params: pathId('client'),
      body: consents.ConsentInput.meta({ id: 'ConsentInput' }),
      example: { scope: { kind: 'share', partner: 'partner_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, how: 'spoken' },
      answer,
      creates: 'consents',
      refusals: ['client-merged'],
    },
    (ctx, { params: { client }, body }) => consents.giveConsent(ctx, { ...body, client }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/consents',
      id: 'listConsents',
      tag,
      summary: 'List a client’s consents, given and withdrawn',
      permission: 'consents:read',
      params: pathId('client'),
      answer: listOf(answer),
    },
    (ctx, { params: { client } }) => consents.listConsents(ctx, client),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/consents/{consent}',
      id: 'getConsent',
      tag,
      summary: 'Read a consent',
      permission: 'consents:read',
      params: pathId('consent'),
      answer,
    },
    (ctx, { params: { consent } }) => ctx.store.get(consents.Consent, consent),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/consents/{consent}/timeline',
      id: 'getConsentTimeline',
      tag,
      summary: 'Read what happened to a consent, oldest first',
      permission: 'consents:read',
      params: pathId('consent'),
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { consent }, query }) => timelineOf(ctx, consents.Consent, consent, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/consents/{consent}/withdraw',
      id: 'withdrawConsent',
      tag,
      summary: 'Withdraw a consent',
      description: 'Whatever was shared on its strength leaves the partner’s sight at once.',
      permission: 'consents:withdraw',
      params: pathId('consent'),
      answer,
      versioned: true,
      refusals: ['consent-withdrawn'],
    },
    (ctx, { params: { consent }, ifMatch }) => consents.withdrawConsent(ctx, { id: consent, ifMatch }),
  )
}

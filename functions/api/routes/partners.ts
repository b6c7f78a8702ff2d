import * as z from 'zod'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as partners from '../../../shared/partners/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Partners'
const params = pathId('partner')
const answer = partners.PartnerSchema.meta({ id: 'Partner' })

export function partnerRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/partners',
      id: 'createPartner',
      tag,
      summary: 'Put a partner organisation on file',
      permission: 'partners:write',
      body: partners.PartnerInput.meta({ id: 'PartnerInput' }),
      example: {
        name: { en: 'Lantern Public Library', fr: 'Bibliothèque publique La Lanterne' },
        email: 'programs@example.org',
        phone: '519-555-0142',
        languages: ['en', 'fr'],
      },
      answer,
      creates: 'partners',
    },
    (ctx, { body }) => partners.createPartner(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partners',
      id: 'listPartners',
      tag,
      summary: 'List the partner organisations',
      permission: 'partners:read',
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { query }) => partners.listPartners(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partners/{partner}',
      id: 'getPartner',
      tag,
      summary: 'Read a partner organisation',
      permission: 'partners:read',
      params,
      answer,
    },
    (ctx, { params: { partner } }) => ctx.store.get(partners.Partner, partner),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/partners/{partner}',
      id: 'updatePartner',
      tag,
      summary: 'Change what is on file about a partner organisation',
      permission: 'partners:write',
      params,
      body: partners.UpdatePartnerInput,
      example: { phone: '519-555-0143', url: null },
      answer,
      versioned: true,
    },
    (ctx, { params: { partner }, body, ifMatch }) =>
      partners.updatePartner(ctx, { id: partner, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/partners/{partner}/deactivate',
      id: 'deactivatePartner',
      tag,
      summary: 'Stop working with a partner organisation',
      description: 'Nothing new can be asked of it, and all of its keys are revoked.',
      permission: 'partners:write',
      params,
      answer,
      versioned: true,
      refusals: ['invalid-transition'],
    },
    (ctx, { params: { partner }, ifMatch }) => partners.deactivatePartner(ctx, { id: partner, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/partners/{partner}/activate',
      id: 'activatePartner',
      tag,
      summary: 'Work with a partner organisation again',
      permission: 'partners:write',
      params,
      answer,
      versioned: true,
      refusals: ['invalid-transition'],
    },
    (ctx, { params: { partner }, ifMatch }) => partners.activatePartner(ctx, { id: partner, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partners/{partner}/timeline',
      id: 'getPartnerTimeline',
      tag,
      summary: 'Read what happened to a partner’s record, oldest first',
      permission: 'partners:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { partner }, query }) => timelineOf(ctx, partners.Partner, partner, query),
  )
}

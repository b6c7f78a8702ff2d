import * as z from 'zod'
import { ActivityView } from '../../../shared/activities/index.ts'
import * as listings from '../../../shared/activities/listings/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Partner'
const params = pathId('activity')
const answer = ActivityView.meta({ id: 'Activity' })

/** A partner organisation's own listings with one centre. */
export function partnerActivityRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/partner/activities',
      id: 'listListings',
      tag,
      summary: 'List your activities',
      permission: 'listings:write',
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { query }) => listings.listListings(ctx, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/partner/activities',
      id: 'createListing',
      tag,
      summary: 'List an activity of yours with the centre',
      description: 'The centre alone sees it, until it decides otherwise.',
      permission: 'listings:write',
      body: listings.ListingInput.meta({ id: 'ListingInput' }),
      example: {
        name: { en: 'Story hour', fr: 'Heure du conte' },
        description: { en: 'Tales for grown-ups.', fr: 'Des contes pour adultes.' },
        category: 'arts-culture',
        tags: ['storytelling'],
        languages: ['en', 'fr'],
        location: { kind: 'place', name: { en: 'Reading room', fr: 'Salle de lecture' }, town: 'Guelph' },
        cost: { kind: 'free' },
      },
      answer,
      creates: 'partner/activities',
    },
    (ctx, { body }) => listings.createListing(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/partner/activities/{activity}',
      id: 'getListing',
      tag,
      summary: 'Read an activity of yours',
      permission: 'listings:write',
      params,
      answer,
    },
    (ctx, { params: { activity } }) => listings.readListing(ctx, activity),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/partner/activities/{activity}',
      id: 'updateListing',
      tag,
      summary: 'Change an activity of yours',
      description: 'Only what is named changes; null takes an optional field away.',
      permission: 'listings:write',
      params,
      body: listings.UpdateListingInput,
      example: { admission: 'waitlist' },
      answer,
      versioned: true,
      refusals: ['activity-closed', 'capacity-below-taken'],
    },
    (ctx, { params: { activity }, body, ifMatch }) =>
      listings.updateListing(ctx, { id: activity, ifMatch, changes: body }),
  )
}

import * as z from 'zod'
import * as activities from '../../../shared/activities/index.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Activities'
const params = pathId('activity')
const answer = activities.ActivityView.meta({ id: 'Activity' })
const step = { method: 'post', tag, params, answer, permission: 'activities:write', versioned: true } as const

export function activityRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/activities',
      id: 'createActivity',
      tag,
      summary: 'List an activity',
      permission: 'activities:write',
      body: activities.ActivityInput.meta({ id: 'ActivityInput' }),
      example: {
        name: { en: 'Ukulele group', fr: 'Groupe de ukulélé' },
        description: { en: 'Easy songs together.', fr: 'Des chansons faciles en groupe.' },
        category: 'arts-culture',
        tags: ['music', 'singing'],
        languages: ['en', 'fr'],
        schedule: {
          start: '2026-09-09T13:30',
          durationMinutes: 90,
          zone: 'America/Toronto',
          rrule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T035959Z',
        },
        location: { kind: 'place', name: { en: 'Community room', fr: 'Salle communautaire' }, town: 'Guelph' },
        cost: { kind: 'free' },
        capacity: 16,
      },
      answer,
      creates: 'activities',
    },
    (ctx, { body }) => activities.createActivity(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities',
      id: 'listActivities',
      tag,
      summary: 'Search the activities that your centre may see',
      description: 'Its own, those shared with it and the provincial ones, by name in your language.',
      permission: 'activities:read',
      query: activities.ActivityQuery.extend(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { query }) => activities.listActivities(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities/{activity}',
      id: 'getActivity',
      tag,
      summary: 'Read an activity',
      permission: 'activities:read',
      params,
      answer,
    },
    (ctx, { params: { activity } }) => activities.readActivity(ctx, activity),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/activities/{activity}',
      id: 'updateActivity',
      tag,
      summary: 'Change a listing that your centre keeps',
      description: 'Only what is named changes; null takes an optional field away.',
      permission: 'activities:write',
      params,
      body: activities.UpdateActivityInput,
      example: { capacity: 20, languages: ['en', 'fr', 'es'] },
      answer,
      versioned: true,
      refusals: ['kept-elsewhere', 'activity-closed', 'capacity-below-taken'],
    },
    (ctx, { params: { activity }, body, ifMatch }) =>
      activities.updateActivity(ctx, { id: activity, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/activities/{activity}/close',
      id: 'closeActivity',
      summary: 'Close a listing for good',
      refusals: ['kept-elsewhere', 'invalid-transition'],
    },
    (ctx, { params: { activity }, ifMatch }) => activities.closeActivity(ctx, { id: activity, ifMatch }),
  )

  operation(
    routes,
    {
      ...step,
      path: '/activities/{activity}/verify',
      id: 'verifyActivity',
      summary: 'Note that a listing was checked today and still holds',
      refusals: ['kept-elsewhere', 'activity-closed'],
    },
    (ctx, { params: { activity }, ifMatch }) => activities.verifyActivity(ctx, { id: activity, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities/{activity}/occurrences',
      id: 'listOccurrences',
      tag,
      summary: 'List when an activity happens',
      description: 'Dates of the activity’s own zone, both included, at most 366 days apart; the first 200 times.',
      permission: 'activities:read',
      params,
      query: activities.OccurrenceRange,
      answer: activities.Occurrences,
    },
    (ctx, { params: { activity }, query }) => activities.listOccurrences(ctx, { id: activity, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/activities/{activity}/timeline',
      id: 'getActivityTimeline',
      tag,
      summary: 'Read what happened to a listing that your centre keeps, oldest first',
      permission: 'activities:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { activity }, query }) => timelineOf(ctx, activities.Activity, activity, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/matches',
      id: 'matchActivities',
      tag,
      summary: 'Find the activities that fit a client, with the reasons',
      description: 'Changes nothing. It is a POST because the answer is about a person, and kept by no cache.',
      permission: 'activities:match',
      params: pathId('client'),
      body: activities.MatchInput,
      example: { limit: 5, withinKm: 10 },
      answer: listOf(activities.MatchView.meta({ id: 'Match' })),
      refusals: ['client-merged'],
    },
    (ctx, { params: { client }, body }) => activities.matchActivities(ctx, { client, ...body }),
  )
}

import * as z from 'zod'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as goals from '../../../shared/goals/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Goals'
const params = pathId('goal')
const ofReferral = pathId('referral')
const answer = goals.GoalSchema.meta({ id: 'Goal' })

export function goalRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/referrals/{referral}/goals',
      id: 'setGoal',
      tag,
      summary: 'Write down what matters to the client',
      permission: 'goals:set',
      params: ofReferral,
      body: goals.GoalInput.meta({ id: 'GoalInput' }),
      example: { words: 'Sing with other people once a week.' },
      answer,
      creates: 'goals',
      refusals: ['referral-not-open', 'client-merged'],
    },
    (ctx, { params: { referral }, body }) => goals.setGoal(ctx, { ...body, referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/goals',
      id: 'listGoals',
      tag,
      summary: 'List the goals of a referral, with their T-score',
      description:
        '`tScore` is Goal Attainment Scaling (Light) over the active goals that were reviewed: 50 is as hoped on the whole; null before the first review.',
      permission: 'goals:read',
      params: ofReferral,
      answer: z.object({ items: z.array(answer), tScore: z.number().nullable() }),
    },
    (ctx, { params: { referral } }) => goals.listGoals(ctx, { referral }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/goals/{goal}',
      id: 'getGoal',
      tag,
      summary: 'Read a goal',
      permission: 'goals:read',
      params,
      answer,
    },
    (ctx, { params: { goal } }) => ctx.store.get(goals.Goal, goal),
  )

  operation(
    routes,
    {
      method: 'patch',
      path: '/goals/{goal}',
      id: 'updateGoal',
      tag,
      summary: 'Put a goal in other words before its first review',
      permission: 'goals:update',
      params,
      body: goals.UpdateGoalInput,
      example: { words: 'Sing in a choir once a week.', weight: 2 },
      answer,
      versioned: true,
      refusals: ['goal-reviewed', 'entered-in-error'],
    },
    (ctx, { params: { goal }, body, ifMatch }) => goals.updateGoal(ctx, { id: goal, ifMatch, changes: body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/goals/{goal}/review',
      id: 'reviewGoal',
      tag,
      summary: 'Say how far a goal was reached',
      permission: 'goals:review',
      params,
      body: goals.ReviewInput,
      example: { level: 1, note: 'Twice a week, and leads a song.' },
      answer,
      versioned: true,
      refusals: ['entered-in-error', 'too-many-reviews'],
    },
    (ctx, { params: { goal }, body, ifMatch }) => goals.reviewGoal(ctx, { id: goal, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/goals/{goal}/retract',
      id: 'retractGoal',
      tag,
      summary: 'Mark a goal as entered in error',
      permission: 'goals:retract',
      params,
      answer,
      versioned: true,
      refusals: ['entered-in-error'],
    },
    (ctx, { params: { goal }, ifMatch }) => goals.retractGoal(ctx, { id: goal, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/goals/{goal}/timeline',
      id: 'getGoalTimeline',
      tag,
      summary: 'Read what happened to a goal, oldest first',
      permission: 'goals:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { goal }, query }) => timelineOf(ctx, goals.Goal, goal, query),
  )
}

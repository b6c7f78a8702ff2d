import * as z from 'zod'
import { id } from '../../../shared/core/text.ts'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as tasks from '../../../shared/tasks/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageOf, pageQuery, Timeline, takeBackRefusals } from './shapes.ts'

const tag = 'Tasks'
const params = z.object({ handOff: id('hand-off') })
const answer = tasks.HandOffSchema.meta({ id: 'HandOff' })

export function taskRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/tasks',
      id: 'listTasks',
      tag,
      summary: 'List what somebody should do next, the most overdue first',
      description:
        'The Today list, derived from referrals, prescriptions, follow-ups and hand-offs. `assignee` is a member of staff, `me`, or `unassigned` for what nobody has taken on.',
      permission: 'tasks:read',
      query: z.strictObject({ assignee: tasks.Assignee.default('me').meta({ example: 'me' }), ...pageQuery }),
      answer: pageOf(tasks.TaskSchema.meta({ id: 'Task' })),
    },
    (ctx, { query }) => tasks.listTasks(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/tasks/summary',
      id: 'summarizeTasks',
      tag,
      summary: 'Count what you, and nobody yet, should do next',
      description:
        'Counts 300 of each list at most, from the most overdue on; `more` says that there are more. `overdue` is exact unless all that was counted is overdue.',
      permission: 'tasks:read',
      answer: tasks.SummarySchema.meta({ id: 'TaskSummary' }),
    },
    (ctx) => tasks.summarizeTasks(ctx),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/navigators',
      id: 'listNavigators',
      tag,
      summary: 'List the navigators of your centre with how much they have to do',
      description:
        'By name: whom a referral may be given to, by language and load. Counts 300 of each list at most, as the summary of tasks does.',
      permission: 'referrals:assign',
      answer: listOf(tasks.Navigator.meta({ id: 'Navigator' })),
    },
    (ctx) => tasks.listNavigators(ctx),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/hand-offs/{handOff}',
      id: 'getHandOff',
      tag,
      summary: 'Read a hand-off to a clinician',
      permission: 'tasks:read',
      params,
      answer,
    },
    (ctx, { params: { handOff } }) => ctx.store.get(tasks.HandOff, handOff),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/hand-offs/{handOff}/complete',
      id: 'completeHandOff',
      tag,
      summary: 'Tick off a hand-off that was seen to',
      permission: 'tasks:complete',
      params,
      body: tasks.CompleteInput,
      example: { note: 'Rang the client, visit booked for Monday.' },
      answer,
      versioned: true,
      refusals: ['task-done', 'task-of-somebody-else'],
    },
    (ctx, { params: { handOff }, body, ifMatch }) => tasks.completeHandOff(ctx, { id: handOff, ifMatch, ...body }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/hand-offs/{handOff}/take-back',
      id: 'takeBackHandOff',
      tag,
      summary: 'Put a hand-off that you ticked off on its list again',
      description: 'For ten minutes. Its note stays.',
      permission: 'tasks:complete',
      params,
      answer,
      versioned: true,
      refusals: takeBackRefusals,
    },
    (ctx, { params: { handOff }, ifMatch }) => tasks.takeBackHandOff(ctx, { id: handOff, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/hand-offs/{handOff}/timeline',
      id: 'getHandOffTimeline',
      tag,
      summary: 'Read what happened to a hand-off, oldest first',
      permission: 'tasks:read',
      params,
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { handOff }, query }) => timelineOf(ctx, tasks.HandOff, handOff, query),
  )
}

import * as z from 'zod'
import { timelineOf } from '../../../shared/core/timeline.ts'
import * as directives from '../../../shared/directives/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pageQuery, pathId, Timeline } from './shapes.ts'

const tag = 'Directives'
const answer = directives.DirectiveSchema.meta({ id: 'Directive' })

export function directiveRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/directives',
      id: 'setDirective',
      tag,
      summary: 'Record a client’s instruction to withhold information',
      description:
        'The record, a section or one entry, from a person, a role or an organisation. In force in every read at once; whoever it is withheld from learns only that information is incomplete (`Information-Incomplete: true`).',
      permission: 'directives:set',
      params: pathId('client'),
      body: directives.DirectiveInput.meta({ id: 'DirectiveInput' }),
      example: {
        scope: { kind: 'section', section: 'outcome' },
        against: { kind: 'person', staff: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' },
      },
      answer,
      creates: 'directives',
      refusals: ['client-merged'],
    },
    (ctx, { params: { client }, body }) => directives.setDirective(ctx, { ...body, client }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/directives',
      id: 'listDirectives',
      tag,
      summary: 'List a client’s directives, in force and lifted',
      permission: 'directives:read',
      params: pathId('client'),
      answer: listOf(answer),
    },
    (ctx, { params: { client } }) => directives.listDirectives(ctx, client),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/directives/{directive}',
      id: 'getDirective',
      tag,
      summary: 'Read a directive',
      permission: 'directives:read',
      params: pathId('directive'),
      answer,
    },
    (ctx, { params: { directive } }) => ctx.store.get(directives.Directive, directive),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/directives/{directive}/timeline',
      id: 'getDirectiveTimeline',
      tag,
      summary: 'Read what happened to a directive, oldest first',
      permission: 'directives:read',
      params: pathId('directive'),
      query: z.strictObject(pageQuery),
      answer: Timeline,
    },
    (ctx, { params: { directive }, query }) => timelineOf(ctx, directives.Directive, directive, query),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/directives/{directive}/lift',
      id: 'liftDirective',
      tag,
      summary: 'Lift a directive at the client’s word',
      permission: 'directives:lift',
      params: pathId('directive'),
      answer,
      versioned: true,
      refusals: ['directive-lifted'],
    },
    (ctx, { params: { directive }, ifMatch }) => directives.liftDirective(ctx, { id: directive, ifMatch }),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/break-glass',
      id: 'breakGlass',
      tag,
      summary: 'Look behind a client’s directives for fifteen minutes',
      description: 'Takes a reason. The privacy officer is told by a task; every read meanwhile is in the audit log.',
      permission: 'directives:break-glass',
      body: directives.BreakGlassInput,
      example: { client: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W', reason: 'Found unconscious; which group did she leave?' },
      answer: directives.BreakGlassSchema.meta({ id: 'BreakGlass' }),
      creates: 'break-glass',
      refusals: ['client-merged'],
    },
    (ctx, { body }) => directives.breakGlass(ctx, body),
  )
}

import * as z from 'zod'
import { date } from '../../../shared/core/text.ts'
import * as signposts from '../../../shared/signposts/index.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Signposts'
const params = pathId('signpost')
const answer = signposts.SignpostSchema.meta({ id: 'Signpost' })

export function signpostRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/signposts',
      id: 'recordSignpost',
      tag,
      summary: 'Record that you told somebody of support',
      description:
        'Without a referral: nobody is asked to do anything. Of a client or of nobody on file, of a listed activity or of support at large; an empty object will do.',
      permission: 'signposts:record',
      body: signposts.SignpostInput.meta({ id: 'SignpostInput' }),
      example: {
        client: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
        activity: 'activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
        needs: ['social-connection'],
      },
      answer,
      creates: 'signposts',
      refusals: ['client-merged', 'activity-closed'],
    },
    (ctx, { body }) => signposts.recordSignpost(ctx, body),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/signposts',
      id: 'listSignposts',
      tag,
      summary: 'List what you told people of, the latest first',
      description: 'Without what was entered in error. `from` is a day of your centre’s calendar.',
      permission: 'signposts:read',
      query: z.strictObject({ from: date.optional(), ...pageQuery }),
      answer: pageOf(answer),
    },
    (ctx, { query }) => signposts.listSignposts(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/signposts',
      id: 'listClientSignposts',
      tag,
      summary: 'List what a client was told of, the latest first',
      permission: 'signposts:read',
      params: pathId('client'),
      query: z.strictObject(pageQuery),
      answer: pageOf(answer),
    },
    (ctx, { params: { client }, query }) => signposts.clientSignposts(ctx, { client, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/signposts/{signpost}',
      id: 'getSignpost',
      tag,
      summary: 'Read that somebody was told of support',
      permission: 'signposts:read',
      params,
      answer,
    },
    (ctx, { params: { signpost } }) => ctx.store.get(signposts.Signpost, signpost),
  )

  operation(
    routes,
    {
      method: 'post',
      path: '/signposts/{signpost}/retract',
      id: 'retractSignpost',
      tag,
      summary: 'Mark a signpost of yours as entered in error',
      permission: 'signposts:retract',
      params,
      answer,
      versioned: true,
      refusals: ['entered-in-error', 'signpost-of-somebody-else'],
    },
    (ctx, { params: { signpost }, ifMatch }) => signposts.retractSignpost(ctx, { id: signpost, ifMatch }),
  )
}

import * as shortlists from '../../../shared/shortlists/index.ts'
import { operation, type Routes } from '../operation.ts'
import { listOf, pathId } from './shapes.ts'

const tag = 'Shortlists'
const answer = shortlists.ShortlistView.meta({ id: 'Shortlist' })

export function shortlistRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'post',
      path: '/clients/{client}/shortlists',
      id: 'sendShortlist',
      tag,
      summary: 'Send a client a few activities to think over',
      description:
        'A link goes out by text or e-mail, in the client’s language. The message names nobody, and neither does the page. The link opens for 30 days, and no longer than the client’s consent to be written to holds.',
      permission: 'shortlists:send',
      params: pathId('client'),
      body: shortlists.ShortlistInput.meta({ id: 'ShortlistInput' }),
      example: { activities: ['activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'], channel: 'email' },
      answer,
      creates: 'shortlists',
      refusals: [
        'message-consent-missing',
        'do-not-contact',
        'no-safe-way',
        'clinician-first',
        'quiet-hours',
        'client-merged',
      ],
    },
    (ctx, { params: { client }, body }) => shortlists.sendShortlist(ctx, { ...body, client }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/clients/{client}/shortlists',
      id: 'listShortlists',
      tag,
      summary: 'List what was sent to a client to think over, the oldest first',
      permission: 'shortlists:read',
      params: pathId('client'),
      answer: listOf(answer),
    },
    (ctx, { params: { client } }) => shortlists.listShortlists(ctx, client),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/shortlists/{shortlist}',
      id: 'getShortlist',
      tag,
      summary: 'Read what was sent to a client to think over, and whether it has gone out',
      permission: 'shortlists:read',
      params: pathId('shortlist'),
      answer,
    },
    (ctx, { params: { shortlist } }) => shortlists.getShortlist(ctx, shortlist),
  )
}

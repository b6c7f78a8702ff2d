import * as z from 'zod'
import { prescriberMessages, referralMessages } from '../../../shared/messages/list.ts'
import { MessageSchema } from '../../../shared/messages/schema.ts'
import { operation, type Routes } from '../operation.ts'
import { pageOf, pageQuery, pathId } from './shapes.ts'

const tag = 'Messages'
const answer = pageOf(MessageSchema.meta({ id: 'Message' }))

export function messageRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/referrals/{referral}/messages',
      id: 'listReferralMessages',
      tag,
      summary: 'Read what a referral’s prescriber was told, oldest first',
      permission: 'messages:read',
      params: pathId('referral'),
      query: z.strictObject(pageQuery),
      answer,
    },
    (ctx, { params: { referral }, query }) => referralMessages(ctx, { referral, ...query }),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/messages',
      id: 'listMessages',
      tag,
      summary: 'Read what you heard back on your referrals, newest first',
      permission: 'messages:read',
      query: z.strictObject(pageQuery),
      answer,
    },
    (ctx, { query }) => prescriberMessages(ctx, query),
  )
}

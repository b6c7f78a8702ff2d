import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { Referral } from '../referrals/schema.ts'
import type { Message } from './schema.ts'

interface Paged {
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * The messages back of one referral, oldest first.
 * @throws NotFound when the referral is not this centre's.
 */
export async function referralMessages(
  ctx: Context,
  { referral, ...page }: Paged & { readonly referral: string },
): Promise<Page<Message>> {
  ctx.require('messages:read')
  const [messages] = await Promise.all([
    ctx.store.query<Message>({ index: 'list', partition: `OF#${referral}`, begins: 'MESSAGE#', ...page }),
    ctx.store.get(Referral, referral),
  ])
  return messages
}

/** What a prescriber has heard back, newest first. */
export function prescriberMessages(ctx: Context, page: Paged): Promise<Page<Message>> {
  ctx.require('messages:read')
  const partition = `PRESCRIBER#${ctx.actor.id}`
  return ctx.store.query({ index: 'party', partition, begins: 'MESSAGE#', descending: true, ...page })
}

import type { Context } from '../core/context.ts'
import type { Page } from '../db/store.ts'
import type { Message } from './schema.ts'

interface Paged {
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The messages back of one referral, oldest first. */
export function referralMessages(ctx: Context, input: Paged & { readonly referral: string }): Promise<Page<Message>> {
  ctx.require('messages:read')
  const { referral, ...page } = input
  return ctx.store.query({ index: 'list', partition: `OF#${referral}`, begins: 'MESSAGE#', ...page })
}

/** What a prescriber has heard back, newest first. */
export function prescriberMessages(ctx: Context, page: Paged): Promise<Page<Message>> {
  ctx.require('messages:read')
  const partition = `PRESCRIBER#${ctx.actor.id}`
  return ctx.store.query({ index: 'party', partition, begins: 'MESSAGE#', descending: true, ...page })
}

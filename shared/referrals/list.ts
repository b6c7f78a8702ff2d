import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import type { Page } from '../db/query.ts'
import type { Referral } from './schema.ts'

export interface ListReferrals {
  readonly client?: string | undefined
  readonly prescriber?: string | undefined
  readonly status?: Referral['status'] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Referrals of a client (oldest first), of a prescriber (newest first), or in one status (longest waiting first;
 * `requested` unless said).
 * @throws InvalidInput when asked for more than one of these at a time.
 */
export async function listReferrals(ctx: Context, input: ListReferrals): Promise<Page<Referral>> {
  ctx.require('referrals:read')
  const { client, prescriber, status, ...page } = input
  if ([client, prescriber, status].filter((given) => given !== undefined).length > 1) {
    throw new InvalidInput([{ pointer: '/query', code: 'list-one-way' }])
  }
  if (client) return ctx.store.query({ index: 'client', partition: `CLIENT#${client}`, begins: 'REFERRAL#', ...page })
  if (prescriber) {
    const partition = `PRESCRIBER#${prescriber}`
    return ctx.store.query({ index: 'party', partition, begins: 'REFERRAL#', descending: true, ...page })
  }
  return ctx.store.query({ index: 'list', partition: `REFERRALS#${status ?? 'requested'}`, ...page })
}

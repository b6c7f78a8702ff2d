import type { Context } from '../core/context.ts'
import type { Page } from '../db/store.ts'
import type { Referral } from './schema.ts'

export interface ListReferrals {
  readonly client?: string | undefined
  readonly prescriber?: string | undefined
  readonly status?: Referral['status'] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Referrals of a client, of a prescriber (newest first), or in one status (longest waiting first; `requested` unless
 * said).
 */
export function listReferrals(ctx: Context, input: ListReferrals): Promise<Page<Referral>> {
  ctx.require('referrals:read')
  const page = { limit: input.limit, cursor: input.cursor }
  if (input.client) {
    return ctx.store.query({ index: 'client', partition: `CLIENT#${input.client}`, begins: 'REFERRAL#', ...page })
  }
  if (input.prescriber) {
    const partition = `PRESCRIBER#${input.prescriber}`
    return ctx.store.query({ index: 'party', partition, begins: 'REFERRAL#', descending: true, ...page })
  }
  return ctx.store.query({ index: 'list', partition: `REFERRALS#${input.status ?? 'requested'}`, ...page })
}

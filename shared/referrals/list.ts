import { Client } from '../clients/schema.ts'
import { shownName } from '../clients/search-entries.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import type { Page, Query } from '../db/query.ts'
import type { Referral, ReferralRow } from './schema.ts'

export interface ListReferrals {
  readonly client?: string | undefined
  readonly prescriber?: string | undefined
  readonly status?: Referral['status'] | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Referrals of a client (oldest first), of a prescriber (newest first), or in one status (longest waiting first;
 * `requested` unless said): one query, and one read of all their clients. A client whom the caller may not see takes the
 * row along.
 * @throws InvalidInput when asked for more than one of these at a time.
 */
export async function listReferrals(ctx: Context, input: ListReferrals): Promise<Page<ReferralRow>> {
  ctx.require('referrals:read')
  const found = await ctx.store.query<Referral>(queryOf(input))
  const clients = await ctx.store.findMany(Client, [...new Set(found.items.map(({ client }) => client))])
  const names = new Map(clients.map((client) => [client.id, shownName(client)]))
  const rows = found.items.flatMap((referral) => {
    const clientName = names.get(referral.client)
    return clientName === undefined ? [] : [{ ...referral, clientName }]
  })
  return { ...found, items: rows }
}

function queryOf({ client, prescriber, status, ...page }: ListReferrals): Query {
  if ([client, prescriber, status].filter((given) => given !== undefined).length > 1) {
    throw new InvalidInput([{ pointer: '/query', code: 'list-one-way' }])
  }
  if (client) return { index: 'client', partition: `CLIENT#${client}`, begins: 'REFERRAL#', ...page }
  if (prescriber) {
    return { index: 'party', partition: `PRESCRIBER#${prescriber}`, begins: 'REFERRAL#', descending: true, ...page }
  }
  return { index: 'list', partition: `REFERRALS#${status ?? 'requested'}`, ...page }
}

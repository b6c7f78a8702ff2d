import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { Referral } from '../referrals/schema.ts'
import type { Outcome } from './schema.ts'

interface Place {
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * The outcomes of a referral in the order of the days they were taken, those entered in error among them.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function listOutcomes(
  ctx: Context,
  { referral, ...page }: Place & { readonly referral: string },
): Promise<Page<Outcome>> {
  ctx.require('outcomes:read')
  const [outcomes] = await Promise.all([
    ctx.store.query<Outcome>({ index: 'list', partition: `OF#${referral}`, begins: 'OUTCOME#', ...page }),
    ctx.store.get(Referral, referral),
  ])
  return outcomes
}

/**
 * A client's outcomes over all referrals, in the same order.
 * @throws NotFound for a client who is not this centre's.
 */
export async function listOutcomesOfClient(
  ctx: Context,
  { client, ...page }: Place & { readonly client: string },
): Promise<Page<Outcome>> {
  ctx.require('outcomes:read')
  const [outcomes] = await Promise.all([
    ctx.store.query<Outcome>({ index: 'client', partition: `CLIENT#${client}`, begins: 'OUTCOME#', ...page }),
    ctx.store.get(Client, client),
  ])
  return outcomes
}

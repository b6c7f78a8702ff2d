import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { Referral } from '../referrals/schema.ts'
import type { Prescription } from './schema.ts'

/**
 * A referral's prescriptions, in the order they were proposed.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function listPrescriptions(
  ctx: Context,
  { referral, ...page }: { readonly referral: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Prescription>> {
  ctx.require('prescriptions:read')
  const [prescriptions] = await Promise.all([
    ctx.store.query<Prescription>({ index: 'list', partition: `OF#${referral}`, begins: 'PRESCRIPTION#', ...page }),
    ctx.store.get(Referral, referral),
  ])
  return prescriptions
}

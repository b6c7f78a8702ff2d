import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import type { Prescription } from './schema.ts'

/** A referral's prescriptions, in the order they were proposed. */
export function listPrescriptions(
  ctx: Context,
  input: { readonly referral: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Prescription>> {
  ctx.require('prescriptions:read')
  const { referral, ...page } = input
  return ctx.store.query({ index: 'list', partition: `OF#${referral}`, begins: 'PRESCRIPTION#', ...page })
}

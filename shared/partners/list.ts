import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import type { Partner } from './schema.ts'

/** The organisations on file, active or not, in the order they were put there. */
export function listPartners(
  ctx: Context,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Partner>> {
  ctx.require('partners:read')
  return ctx.store.query({ table: 'catalogue', index: 'list', partition: 'PARTNERS', ...page })
}

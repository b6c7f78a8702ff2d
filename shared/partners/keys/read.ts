import type { Context } from '../../core/context.ts'
import type { Page } from '../../db/query.ts'
import { ApiKey, Partner } from '../schema.ts'
import { type KeyRecord, shownKey } from './shown.ts'

/** @throws NotFound for a key that is not this centre's. */
export async function readKey(ctx: Context, id: string): Promise<KeyRecord> {
  ctx.require('keys:read')
  return shownKey(await ctx.store.get(ApiKey, id))
}

/**
 * A partner's keys, ended ones too, oldest first.
 * @throws NotFound for a partner that is not this centre's.
 */
export async function listKeys(
  ctx: Context,
  input: { readonly partner: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<KeyRecord>> {
  ctx.require('keys:read')
  const { partner, ...page } = input
  const [keys] = await Promise.all([
    ctx.store.query<ApiKey>({ table: 'platform', index: 'list', partition: `KEYS#${partner}`, ...page }),
    ctx.store.get(Partner, partner),
  ])
  return { ...keys, items: keys.items.map(shownKey) }
}

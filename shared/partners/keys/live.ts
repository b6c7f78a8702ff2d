import type { Context } from '../../core/context.ts'
import type { ApiKey } from '../schema.ts'

/** Whether a key still opens anything. One that was rotated does, until its overlap is over. */
export function isLive(key: ApiKey, now: string): boolean {
  return key.revokedAt === undefined && key.expiresAt > now
}

/** A partner's keys that still open something. */
export async function liveKeys(ctx: Context, partner: string): Promise<ApiKey[]> {
  const keys = await ctx.store.queryAll<ApiKey>({ table: 'platform', index: 'list', partition: `KEYS#${partner}` })
  return keys.filter((key) => isLive(key, ctx.now))
}

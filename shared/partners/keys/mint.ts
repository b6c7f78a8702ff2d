import { mintApiKey } from '../../core/api-key.ts'
import type { Context } from '../../core/context.ts'
import { Conflict } from '../../core/errors.ts'
import { addSeconds } from '../../core/time.ts'
import type { ApiKey } from '../schema.ts'
import { liveKeys } from './live.ts'

/** As many as can be revoked together with their partner. */
const mostLive = 20

/**
 * A new key of a partner.
 * @returns `key`, the whole of it, to be shown once; `stored`, what is kept of it.
 * @throws Conflict `too-many-keys` when the partner has twenty that are live.
 */
export async function mintKey(
  ctx: Context,
  given: Pick<ApiKey, 'partner' | 'name' | 'scopes'>,
  lifetimeSeconds: number,
): Promise<{ key: string; stored: ApiKey }> {
  const live = await liveKeys(ctx, given.partner)
  if (live.length >= mostLive) throw new Conflict('too-many-keys', { most: mostLive })
  const id = ctx.id('key')
  const { key, digest } = mintApiKey(ctx.environment, ctx.tenant, id)
  const { partner, name, scopes } = given
  const expiresAt = addSeconds(ctx.now, lifetimeSeconds)
  return { key, stored: { id, version: 1, partner, name, scopes, createdAt: ctx.now, expiresAt, digest } }
}

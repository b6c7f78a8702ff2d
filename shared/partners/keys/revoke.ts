import type { Context } from '../../core/context.ts'
import { Conflict } from '../../core/errors.ts'
import { type Change, change } from '../../db/event.ts'
import { ApiKey } from '../schema.ts'
import { isLive } from './live.ts'
import { type KeyRecord, shownKey } from './shown.ts'

/** A key that the caller has seen in this version. */
export interface SeenKey {
  readonly id: string
  readonly ifMatch: number
}

/**
 * Ends a key at once: within 60 seconds it opens nothing anywhere.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `key-ended` for one that opens nothing already.
 */
export async function revokeKey(ctx: Context, input: SeenKey): Promise<KeyRecord> {
  ctx.require('keys:write')
  const key = await ctx.store.get(ApiKey, input.id, input)
  if (!isLive(key, ctx.now)) throw new Conflict('key-ended')
  const step = revoked(ctx, key)
  const record = shownKey(step.after)
  await ctx.store.commit([step], { answer: record })
  return record
}

/** The step itself, whatever it is committed with. */
export function revoked(ctx: Pick<Context, 'now'>, key: ApiKey): Change<ApiKey> {
  return change(ApiKey, key, { ...key, version: key.version + 1, revokedAt: ctx.now }, 'revoked')
}

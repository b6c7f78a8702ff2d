import * as z from 'zod'
import type { Context } from '../../core/context.ts'
import { Conflict } from '../../core/errors.ts'
import { addSeconds } from '../../core/time.ts'
import { change, create } from '../../db/event.ts'
import { partnerIsActive } from '../active.ts'
import { ApiKey } from '../schema.ts'
import { isLive } from './live.ts'
import { mintKey } from './mint.ts'
import type { SeenKey } from './revoke.ts'
import { type IssuedKey, shownKey } from './shown.ts'

export const RotateInput = z.strictObject({
  /** How long the old key goes on working beside the new one. */
  overlapHours: z.int().min(0).max(168).default(24),
})

/**
 * Replaces a key by a new one with the same scopes and as long a life; the old one expires after the overlap.
 * @returns the new key's record with the whole `key`, shown this once, as `createKey` does.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `key-ended` for one that has expired, was
 *   revoked or was rotated, `partner-inactive`, `too-many-keys`.
 */
export async function rotateKey(ctx: Context, input: SeenKey & z.infer<typeof RotateInput>): Promise<IssuedKey> {
  ctx.require('keys:write')
  const old = await ctx.store.get(ApiKey, input.id, input)
  if (!isLive(old, ctx.now) || old.rotatedTo !== undefined) throw new Conflict('key-ended')
  const lifetime = (Date.parse(old.expiresAt) - Date.parse(old.createdAt)) / 1000
  const { key, stored } = await mintKey(ctx, old, lifetime)
  const record = shownKey(stored)
  const overlapEnds = addSeconds(ctx.now, input.overlapHours * 3600)
  const expiresAt = overlapEnds < old.expiresAt ? overlapEnds : old.expiresAt
  const rotated: ApiKey = { ...old, version: old.version + 1, expiresAt, rotatedTo: stored.id }
  await ctx.store.commit(
    [
      create(ApiKey, stored, 'created', { partner: old.partner, scopes: old.scopes, replaces: old.id }),
      change(ApiKey, old, rotated, 'rotated', { rotatedTo: stored.id, expiresAt }),
    ],
    { checks: [partnerIsActive(old.partner)], answer: record },
  )
  return { ...record, key }
}

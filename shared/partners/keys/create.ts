import * as z from 'zod'
import type { Context } from '../../core/context.ts'
import { create } from '../../db/event.ts'
import { partnerIsActive } from '../active.ts'
import { ApiKey, ApiKeySchema } from '../schema.ts'
import { mintKey } from './mint.ts'
import { type IssuedKey, shownKey } from './shown.ts'

const daySeconds = 24 * 3600

export const KeyInput = z.strictObject({
  /** What the partner will know it by: the system it is for. */
  name: ApiKeySchema.shape.name,
  scopes: ApiKeySchema.shape.scopes.refine((scopes) => new Set(scopes).size === scopes.length, {
    params: { code: 'twice' },
  }),
  /** Until it expires. */
  days: z.int().min(1).max(730).default(365),
})

/**
 * Opens this centre to a partner's software, as far as the scopes say.
 * @returns the key's record with the whole `key`, which is shown this once. What is stored, in the idempotency record
 *   too, is the record without it.
 * @throws NotFound; Conflict `partner-inactive`, `too-many-keys`.
 */
export async function createKey(
  ctx: Context,
  input: z.infer<typeof KeyInput> & { readonly partner: string },
): Promise<IssuedKey> {
  ctx.require('keys:write')
  const { partner, scopes, days } = input
  const { key, stored } = await mintKey(ctx, input, days * daySeconds)
  const record = shownKey(stored)
  await ctx.store.commit([create(ApiKey, stored, 'created', { partner, scopes })], {
    checks: [partnerIsActive(partner)],
    answer: record,
  })
  return { ...record, key }
}

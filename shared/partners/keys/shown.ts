import * as z from 'zod'
import { type ApiKey, ApiKeySchema } from '../schema.ts'

export type KeyRecord = z.infer<typeof ApiKeySchema>

/** A key as it is answered when it is issued: the one time that the whole of it is shown. */
export const IssuedKey = ApiKeySchema.extend({
  /** The key itself. Only the first answer has it: it is not kept, so a repeated request is answered without. */
  key: z.string().optional(),
})
export type IssuedKey = z.infer<typeof IssuedKey>

/** What may be told of a key: everything but the digest of its secret. */
export function shownKey({ digest: _, ...record }: ApiKey): KeyRecord {
  return record
}

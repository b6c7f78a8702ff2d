import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/**
 * What stood in a record before it was corrected (PHIPA, s. 55(10): a correction must not make the former entry
 * disappear). `kind` and `entity` are of what was corrected, so that a directive on that withholds its former values too.
 */
export const CorrectionSchema = z.strictObject({
  id: id('correction'),
  version: z.int().positive(),
  client: id('client'),
  /** The kind of what was corrected: `client`, `goal`. */
  kind: text(40),
  entity: text(100),
  /** The referral that it hangs on. */
  referral: id('referral').optional(),
  fields: z.array(z.string()),
  /** By field; one that had no value, or has none now, is left out. */
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  reason: text(500).optional(),
  at: instant,
  by: text(60),
})
export type Correction = z.infer<typeof CorrectionSchema>

export const Correction = kind<Correction>({
  name: 'correction',
  table: 'care',
  client: (correction) => correction.client,
  indexes: (correction) => ({ client: [`CLIENT#${correction.client}`, `CORRECTION#${correction.id}`] }),
})

/** Why something is corrected, where that is worth a word. */
export const CorrectionReason = z.strictObject({ reason: text(500).optional() })

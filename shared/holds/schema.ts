import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** A legal hold: while it stands, the client's record is not disposed of, whatever its age. */
export const HoldSchema = z.strictObject({
  id: id('hold'),
  version: z.int().positive(),
  client: id('client'),
  status: z.enum(['active', 'lifted']),
  /** Why it is set: a claim, an investigation, a request for access that is open. */
  reason: text(500),
  setAt: instant,
  setBy: id('staff'),
  liftedAt: instant.optional(),
  liftedBy: id('staff').optional(),
  /** Why it is not needed any more. */
  liftReason: text(500).optional(),
})
export type Hold = z.infer<typeof HoldSchema>

export const Hold = kind<Hold>({
  name: 'hold',
  table: 'care',
  client: (hold) => hold.client,
  indexes: (hold) => ({ client: [`CLIENT#${hold.client}`, `HOLD#${hold.id}`] }),
  // Those that stand can be read as they are at this very moment, which an index cannot promise.
  derived: (hold) =>
    hold.status === 'active' ? [{ partition: `HELD#${hold.client}`, sort: hold.id, data: hold }] : [],
})

export const HoldInput = HoldSchema.pick({ reason: true })
export const LiftInput = HoldSchema.pick({ reason: true })

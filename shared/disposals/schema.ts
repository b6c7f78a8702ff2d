import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

const disposalReasons = ['retention-ended', 'created-in-error'] as const

/**
 * The certificate of a disposal: that a record was removed, when, by whom and how much of it there was. Nothing in it is
 * about the person but the id, which names nobody any more.
 */
export const DisposalSchema = z.strictObject({
  /** `disposal_<client's ULID>`: a record is disposed of once, however often it is asked for. */
  id: id('disposal'),
  version: z.int().positive(),
  client: id('client'),
  /** Records that had been merged into it, and went with it. */
  mergedFrom: z.array(id('client')),
  reason: z.enum(disposalReasons),
  /** One that stays under way was cut short: ask again, and it goes on. */
  status: z.enum(['under-way', 'completed']),
  startedAt: instant,
  startedBy: text(60),
  completedAt: instant.optional(),
  /** How many entries of each kind there were, and how many events told of them. */
  counts: z.record(z.string(), z.int()).optional(),
  /** SHA-256 over the ids of those entries with their versions, a line each in order: tells whether a list is complete. */
  digest: z.string().optional(),
})
export type Disposal = z.infer<typeof DisposalSchema>

export const Disposal = kind<Disposal>({
  name: 'disposal',
  table: 'care',
  indexes: (disposal) => ({ list: ['DISPOSALS', disposal.startedAt] }),
})

export const DisposalInput = DisposalSchema.pick({ reason: true })

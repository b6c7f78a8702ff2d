import * as z from 'zod'
import { referralReasons } from '../core/codes.ts'
import { bilingual, id, instant } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** Somebody was told of support by a professional, directly, with no referral: what most do, and nobody used to record. */
export const SignpostSchema = z.strictObject({
  id: id('signpost'),
  version: z.int().positive(),
  /** Whom, where they are on file and that was said. */
  client: id('client').optional(),
  /** What they were told of, where it is listed and that was said. */
  activity: id('activity').optional(),
  /** The activity as it was called then. */
  activityName: bilingual(160).optional(),
  needs: z.array(z.enum(referralReasons)).max(12),
  at: instant,
  by: id('staff'),
  status: z.enum(['recorded', 'entered-in-error']),
})
export type Signpost = z.infer<typeof SignpostSchema>

export const Signpost = kind<Signpost>({
  name: 'signpost',
  table: 'care',
  client: (signpost) => signpost.client,
  indexes: (signpost) => ({
    ...(signpost.client && { client: [`CLIENT#${signpost.client}`, `SIGNPOST#${signpost.at}#${signpost.id}`] }),
    ...(signpost.status === 'recorded' && {
      party: [`SIGNPOSTS#${signpost.by}`, `SIGNPOST#${signpost.at}#${signpost.id}`],
    }),
  }),
})

export const SignpostInput = SignpostSchema.pick({ client: true, activity: true }).extend({
  needs: SignpostSchema.shape.needs.default([]),
})
export type SignpostInput = z.infer<typeof SignpostInput>

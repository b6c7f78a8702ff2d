import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** How far a goal was reached, on Goal Attainment Scaling's five levels: 0 is as hoped. */
export const Level = z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)])

/** What matters to the client, in the client's words. */
export const GoalSchema = z.strictObject({
  id: id('goal'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  words: text(500),
  weight: z.int().min(1).max(3),
  status: z.enum(['active', 'entered-in-error']),
  /** The latest review's level. */
  level: Level.optional(),
  reviews: z.array(z.strictObject({ at: instant, level: Level, note: text(500).optional(), by: id('staff') })).max(50),
  setAt: instant,
})
export type Goal = z.infer<typeof GoalSchema>

export const Goal = kind<Goal>({
  name: 'goal',
  table: 'care',
  client: (goal) => goal.client,
  indexes: (goal) => ({
    client: [`CLIENT#${goal.client}`, `GOAL#${goal.id}`],
    list: [`OF#${goal.referral}`, `GOAL#${goal.id}`],
  }),
})

export const GoalInput = GoalSchema.pick({ words: true }).extend({ weight: GoalSchema.shape.weight.default(1) })
export type GoalInput = z.infer<typeof GoalInput>

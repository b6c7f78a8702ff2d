import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

const levels = [-2, -1, 0, 1, 2] as const

/** How far a goal was reached, on Goal Attainment Scaling's five levels: 0 is as hoped. The OpenAPI generator knows one literal. */
const Level = z.literal(levels).meta({ type: 'integer', enum: [...levels], example: 1 })

/** One look back at a goal with the client. */
export const Review = z.strictObject({ at: instant, level: Level, note: text(500).optional(), by: id('staff') })

export const mostReviews = 50

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
  reviews: z.array(Review).max(mostReviews),
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

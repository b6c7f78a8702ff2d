import * as z from 'zod'

export const figureGroups = ['funnel', 'waits', 'closings', 'loneliness'] as const

/** Everything that is counted or measured of a figure. */
export const statistics = [
  'count',
  'median-days',
  'ninetieth-days',
  'mean-baseline',
  'mean-follow-up',
  'mean-change',
  'interval-low',
  'interval-high',
  'improved',
  'same',
  'worse',
  'wilcoxon-p',
] as const

/** Inside the centre that the figures are of, every number may be seen. */
export const audiences = ['outside', 'inside'] as const
export type Audience = (typeof audiences)[number]

/** A number, why it is hidden, or null where there is nothing to count it of. `few`: measured on too few people. */
const ValueSchema = z.union([z.number(), z.enum(['small', 'few', 'beside'])]).nullable()

/** One line of figures. Its words are in `line-words.ts`. */
export const LineSchema = z
  .strictObject({
    group: z.enum(figureGroups),
    figure: z.string().meta({ description: 'Its id in the data dictionary.', example: 'referred' }),
    part: z
      .string()
      .optional()
      .meta({ description: 'What is counted apart: a way of closing, a phase.', example: 'completed:goals-met' }),
    statistic: z.enum(statistics),
    value: ValueSchema.meta({ description: 'The number, or why it is hidden.' }),
    n: ValueSchema.meta({ description: 'How many it is of.' }),
    missing: ValueSchema.meta({ description: 'How many it could be of and is not.' }),
  })
  .meta({ id: 'FigureLine' })
export type Line = z.infer<typeof LineSchema>
export type Value = Line['value']

import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { type Definition, dictionary } from './dictionary.ts'
import { linesOf } from './figures.ts'
import { audiences, figureGroups, type Line } from './lines.ts'
import { type Insights, Period, readInsights } from './read.ts'

/** Which figures, and who they are for. */
export const FigureChoice = z.strictObject({
  figures: z.enum(['everything', ...figureGroups]).meta({ description: 'One group of figures, or all of them.' }),
  audience: z.enum(audiences).meta({
    description: 'Outside the centre small numbers are hidden, with what would give them away; inside all are shown.',
  }),
})
export type FigureChoice = z.infer<typeof FigureChoice>

export const FigureQuery = Period.extend({
  figures: FigureChoice.shape.figures.default('everything'),
  audience: FigureChoice.shape.audience.default('outside'),
})

export interface Figures extends Pick<Insights, 'period'> {
  readonly lines: Line[]
  readonly definitions: Definition[]
}

/**
 * A period's figures line by line, as they would be taken out. What is hidden does not depend on which of them are asked
 * for: two answers about one period never tell more than one of everything.
 * @throws InvalidInput for a period that ends before it begins, or spans more than three years.
 */
export async function readFigures(ctx: Context, query: Period & FigureChoice): Promise<Figures> {
  const { figures, audience, ...asked } = query
  const insights = await readInsights(ctx, asked)
  return {
    period: insights.period,
    lines: chosenLines(insights, { figures, audience }),
    definitions: dictionary(ctx.locale),
  }
}

/** Of all lines, worked out together, those that were chosen. Pure. */
export function chosenLines(insights: Insights, { figures, audience }: FigureChoice): Line[] {
  return linesOf(insights, audience).filter(({ group }) => figures === 'everything' || group === figures)
}

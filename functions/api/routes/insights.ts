import * as z from 'zod'
import * as insights from '../../../shared/insights/index.ts'
import { operation, type Routes } from '../operation.ts'

const Waits = z.object({ n: z.int(), medianDays: z.number().nullable(), ninetiethDays: z.number().nullable() })

/** Paired change of one instrument's score: who has both, who is missing, and what changed. */
export const PairedChange = z
  .object({
    instrument: z.string(),
    phase: z.string(),
    withBaseline: z.int(),
    paired: z.int(),
    missing: z.int(),
    meanBaseline: z.number().nullable(),
    meanFollowUp: z.number().nullable(),
    meanChange: z.number().nullable(),
    interval: z.array(z.number()).readonly().nullable(),
    counts: z.object({ improved: z.int(), same: z.int(), worse: z.int() }),
    shares: z.object({ improved: z.number(), same: z.number(), worse: z.number() }).nullable(),
    wilcoxonP: z.number().nullable(),
  })
  .meta({ id: 'PairedChange' })

/** What a figure means: a data dictionary entry in the caller's language. */
export const Definition = z
  .object({ id: z.string(), name: z.string(), definition: z.string() })
  .meta({ id: 'Definition' })

const Insights = z
  .object({
    period: z.object({ from: z.string(), to: z.string() }),
    funnel: z.array(z.object({ milestone: z.string(), n: z.int() })),
    waits: z.object({ contact: Waits, prescription: Waits }),
    closings: z.record(z.string(), z.int()),
    loneliness: z.array(PairedChange),
    definitions: z.array(Definition),
  })
  .meta({ id: 'Insights' })

const Figures = z
  .object({
    period: z.object({ from: z.string(), to: z.string() }),
    lines: z.array(insights.LineSchema),
    definitions: z.array(Definition),
  })
  .meta({ id: 'Figures' })

export function insightRoutes(routes: Routes): void {
  operation(
    routes,
    {
      method: 'get',
      path: '/insights',
      id: 'readInsights',
      tag: 'Insights',
      summary: 'Read your centre’s funnel, waiting times and change in loneliness',
      description: 'Of the referrals that came in during the period. Figures follow what happens within seconds.',
      permission: 'insights:read',
      query: insights.Period,
      answer: Insights,
    },
    (ctx, { query }) => insights.readInsights(ctx, query),
  )

  operation(
    routes,
    {
      method: 'get',
      path: '/insights/figures',
      id: 'readFigures',
      tag: 'Insights',
      summary: 'Read a period’s figures line by line, as an extract of them would be',
      description:
        'For outside the centre unless `audience` says otherwise: counts of 1 to 5 are hidden, with what would give them away.',
      permission: 'insights:read',
      query: insights.FigureQuery,
      answer: Figures,
    },
    (ctx, { query }) => insights.readFigures(ctx, query),
  )
}

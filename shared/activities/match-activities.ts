import * as z from 'zod'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { language } from '../core/text.ts'
import { matchesFilter } from './filter.ts'
import { weekday } from './list.ts'
import { match, ranked } from './match.ts'
import { reasonWords } from './match-words.ts'
import type { MatchFacts } from './reasons.ts'
import { placesOf } from './room.ts'
import { ActivityView, viewed } from './view.ts'
import { visibleActivities } from './visible.ts'

export const MatchInput = z.strictObject({
  limit: z.int().min(1).max(200).default(10),
  language: language.optional(),
  /** Kilometres from the client's home where it is known, else from the centre. */
  withinKm: z.number().min(0.1).max(1000).optional(),
  day: weekday.optional(),
})

export const MatchView = z.strictObject({
  activity: ActivityView,
  score: z.number(),
  reasons: z.array(
    z.strictObject({
      code: z.string().meta({ example: 'interest:gardening' }),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      words: z.strictObject({ en: z.string(), fr: z.string() }),
    }),
  ),
})
export type MatchView = z.infer<typeof MatchView>

/**
 * The activities that fit a client best, each with the reasons why. The same number of reads for ten as for hundreds.
 * @throws NotFound for a client who is not this centre's; Conflict `client-merged`.
 */
export async function matchActivities(
  ctx: Context,
  input: z.infer<typeof MatchInput> & { readonly client: string },
): Promise<{ items: MatchView[] }> {
  ctx.require('activities:match')
  const [client, visible] = await Promise.all([ctx.store.get(Client, input.client), visibleActivities(ctx)])
  if (client.status === 'merged') throw new Conflict('client-merged', {}, { mergedInto: client.mergedInto })
  const from: MatchFacts['from'] = client.position
    ? { position: client.position, of: 'client' }
    : { position: ctx.centre.position, of: 'centre' }
  const candidates = visible.filter((activity) =>
    matchesFilter(activity, {
      status: 'active',
      language: input.language,
      day: input.day,
      ...(input.withinKm !== undefined && { around: { position: from.position, km: input.withinKm } }),
    }),
  )
  const places = await placesOf(ctx, candidates)
  const matches = candidates.flatMap(
    (activity) => match(client, activity, { today: ctx.today, from, places: places.get(activity.id) }) ?? [],
  )
  return {
    items: ranked(matches)
      .slice(0, input.limit)
      .map(({ activity, score, reasons }) => ({
        activity: viewed(ctx, activity, places.get(activity.id)),
        score,
        reasons: reasons.map(({ code, params }) => ({
          code,
          params: { ...params },
          words: reasonWords({ code, params }),
        })),
      })),
  }
}

import * as z from 'zod'
import { accessibilities, categories } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { id, language, text } from '../core/text.ts'
import type { Page } from '../db/query.ts'
import type { Position } from './distance.ts'
import { type ActivityFilter, matchesFilter } from './filter.ts'
import { placesOf } from './room.ts'
import type { Activity, Places } from './schema.ts'
import { type ActivityView, viewsOf } from './view.ts'
import { visibleActivities } from './visible.ts'

export const weekday = z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])
const yes = z.enum(['true', 'false'])

/** A filter as a query string carries it. */
export const ActivityQuery = z.strictObject({
  text: text(100).optional(),
  category: z.enum(categories).optional(),
  language: language.optional(),
  day: weekday.optional(),
  maxCost: z.coerce.number().int().min(0).max(1_000_000).optional().meta({ description: 'Cents.' }),
  free: yes.optional(),
  near: z
    .string()
    .refine((value) => positionIn(value) !== undefined, { params: { code: 'position' } })
    .optional()
    .meta({ example: '43.54,-80.25', description: 'Latitude,longitude; the centre’s own unless said.' }),
  within: z.coerce.number().min(0.1).max(1000).optional().meta({ description: 'Kilometres from `near`.' }),
  freePlaces: yes.optional(),
  volunteer: yes.optional(),
  interest: text(40).optional(),
  accessibility: z.enum(accessibilities).optional(),
  leader: z
    .union([z.literal('me'), id('staff')])
    .optional()
    .meta({ description: 'A member of staff who leads it, or `me`.' }),
  status: z.enum(['active', 'closed']).default('active'),
})
export type ActivityQuery = z.infer<typeof ActivityQuery>

/**
 * Activities that the centre may see and that are what was asked for, by name in the caller's language.
 * @throws InvalidInput `needs-within` for a position without a distance; `foreign-cursor` for another filter's cursor.
 */
export async function listActivities(
  ctx: Context,
  input: ActivityQuery & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ActivityView>> {
  ctx.require('activities:read')
  const { limit, cursor, ...asked } = input
  const query = asked.leader === 'me' ? { ...asked, leader: ctx.actor.id } : asked
  const filter = filterOf(query, ctx.centre.position)
  const visible = await visibleActivities(ctx)
  const places = filter.freePlaces ? await placesOf(ctx, visible) : new Map<string, Places>()
  const fitting = visible.filter((activity) => matchesFilter(activity, filter, { places: places.get(activity.id) }))
  return pageOfActivities(ctx, fitting, JSON.stringify(query), { limit, cursor })
}

/** A page of activities by name in the caller's language, each as it is answered. */
export async function pageOfActivities(
  ctx: Context,
  activities: readonly Activity[],
  query: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ActivityView>> {
  const { locale } = ctx
  const byName = new Intl.Collator(`${locale}-CA`)
  const sorted = activities.toSorted((a, b) => byName.compare(a.name[locale], b.name[locale]) || (a.id < b.id ? -1 : 1))
  const found = ctx.store.page(sorted, `ACTIVITIES#${locale}#${query}`, page)
  return { ...found, items: await viewsOf(ctx, found.items) }
}

function filterOf(query: ActivityQuery, centre: Position): ActivityFilter {
  const { free, freePlaces, volunteer, near, within, ...rest } = query
  if (near !== undefined && within === undefined) {
    throw new InvalidInput([{ pointer: '/query/within', code: 'needs-within' }])
  }
  return {
    ...rest,
    free: free === 'true',
    freePlaces: freePlaces === 'true',
    volunteer: volunteer === 'true',
    ...(within !== undefined && { around: { position: (near && positionIn(near)) || centre, km: within } }),
  }
}

function positionIn(text: string): Position | undefined {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,8})?),(-?\d{1,3}(?:\.\d{1,8})?)$/.exec(text) ?? []
  const position = { latitude: Number(latitude), longitude: Number(longitude) }
  return Math.abs(position.latitude) <= 90 && Math.abs(position.longitude) <= 180 ? position : undefined
}

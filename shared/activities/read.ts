import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput, NotFound } from '../core/errors.ts'
import { date } from '../core/text.ts'
import { addDays } from '../core/time.ts'
import { occurrencesOn } from './calendar.ts'
import { findActivity } from './find.ts'
import { type Activity, Places } from './schema.ts'
import { type ActivityView, OccurrenceSchema, viewed } from './view.ts'

/** @throws NotFound for one that this centre may not see, as for one that does not exist. */
export async function readActivity(ctx: Context, id: string): Promise<ActivityView> {
  ctx.require('activities:read')
  const [activity, places] = await Promise.all([seen(ctx, id), ctx.store.find(Places, id)])
  return viewed(ctx, activity, places)
}

const mostDays = 366
const mostOccurrences = 200

export const OccurrenceRange = z.strictObject({ from: date, to: date })

export const Occurrences = z.strictObject({
  items: z.array(OccurrenceSchema),
  /** There are others in the range: ask again from the day after the last of these. */
  more: z.boolean(),
})

/**
 * When an activity happens, from one date to another in its own zone (both included): the first 200 times.
 * @throws NotFound; InvalidInput for a range that ends before it begins or is longer than a leap year.
 */
export async function listOccurrences(
  ctx: Context,
  { id, from, to }: z.infer<typeof OccurrenceRange> & { readonly id: string },
): Promise<z.infer<typeof Occurrences>> {
  ctx.require('activities:read')
  if (to < from) throw new InvalidInput([{ pointer: '/query/to', code: 'date-order' }])
  if (to > addDays(from, mostDays)) {
    throw new InvalidInput([{ pointer: '/query/to', code: 'date-span', params: { most: mostDays } }])
  }
  const { schedule } = await seen(ctx, id)
  const all = schedule ? occurrencesOn(schedule, from, to) : []
  return { items: all.slice(0, mostOccurrences), more: all.length > mostOccurrences }
}

async function seen(ctx: Context, id: string): Promise<Activity> {
  const activity = await findActivity(ctx, id)
  if (activity === undefined) throw new NotFound()
  return activity
}

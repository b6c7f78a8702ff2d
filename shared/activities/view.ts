import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { date, instant } from '../core/text.ts'
import { daysBetween } from '../core/time.ts'
import { nextOccurrence } from './calendar.ts'
import { placesLeft, placesOf } from './room.ts'
import { type Activity, ActivitySchema, type Places } from './schema.ts'

const staleAfterDays = 90

/** One time that an activity happens: instants, and the date on the wall where it starts. */
export const OccurrenceSchema = z.strictObject({ start: instant, end: instant, date })

/** An activity with what follows from it and from the day. */
export const ActivityView = ActivitySchema.extend({
  /** Verified more than 90 days ago: ask whether it still holds. */
  stale: z.boolean(),
  /** Null where there is no limit. */
  placesLeft: z.int().min(0).nullable(),
  /** The next time that it begins; null when its schedule is over, or it has none. */
  next: OccurrenceSchema.nullable(),
})
export type ActivityView = z.infer<typeof ActivityView>

/** Activities as they are answered. One read for all of their places. */
export async function viewsOf(ctx: Context, activities: readonly Activity[]): Promise<ActivityView[]> {
  const places = await placesOf(ctx, activities)
  return activities.map((activity) => viewed(ctx, activity, places.get(activity.id)))
}

/** The same for one whose places are known. Pure. */
export function viewed(
  ctx: Pick<Context, 'now' | 'today'>,
  activity: Activity,
  places: Places | undefined,
): ActivityView {
  return {
    ...activity,
    stale: isStale(activity, ctx.today),
    placesLeft: placesLeft(activity, places),
    next: (activity.schedule && nextOccurrence(activity.schedule, ctx.now)) ?? null,
  }
}

/** @param today `YYYY-MM-DD`. */
export function isStale({ verifiedOn }: Activity, today: string): boolean {
  return daysBetween(verifiedOn, today) > staleAfterDays
}

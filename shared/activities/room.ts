import type { Context } from '../core/context.ts'
import { limitOf, noPlaces, openPlaces } from '../prescriptions/places.ts'
import { type Activity, Places } from './schema.ts'

/** The counts of places of those activities that have a capacity, by activity, in one read. */
export async function placesOf(ctx: Context, activities: readonly Activity[]): Promise<ReadonlyMap<string, Places>> {
  const counted = activities.filter(({ capacity }) => capacity !== undefined)
  const found = await ctx.store.findMany(
    Places,
    counted.map(({ id }) => id),
  )
  return new Map(found.map((places) => [places.id, places]))
}

/** Places that somebody new may have (none while others wait); null where as many may come as like. */
export function placesLeft(activity: Activity, places: Places | undefined): number | null {
  const limit = limitOf(places, activity)
  return limit === Number.POSITIVE_INFINITY ? null : openPlaces(places ?? noPlaces(activity.id), limit)
}

/** Whether somebody new could take part, so far as anybody knows beforehand. */
export function hasRoom(activity: Activity, places: Places | undefined): boolean {
  const takesIn = activity.admission === 'capacity' || activity.admission === 'additional-assessment-required'
  return takesIn && placesLeft(activity, places) !== 0
}

import { findActivity } from '../activities/find.ts'
import { type Activity, Places } from '../activities/schema.ts'
import type { Context } from '../core/context.ts'
import { adjust, type Change } from '../db/event.ts'
import { limitOf, movePlaces, noPlaces } from './places.ts'
import type { Prescription } from './schema.ts'

/**
 * What a prescription's step does to the places of its activity, to be committed with the step: of two people who take
 * the last place at once, the second commit fails, looks again, and finds it gone.
 * @param activity where the caller has read it already.
 * @throws Conflict `activity-full` when the step takes a place and there is none.
 */
export async function placeChange(
  ctx: Context,
  before: Prescription,
  after: Prescription,
  activity?: Activity,
): Promise<Change[]> {
  const [known, counted] = await Promise.all([
    activity ?? findActivity(ctx, before.activity),
    ctx.store.find(Places, before.activity),
  ])
  // The activity has left with the centre that kept it, and its count with it: there is nothing to give back.
  if (known === undefined && counted === undefined) return []
  // Places are counted even where there is no limit yet: one that is set later must know who is there.
  const limit = limitOf(counted, known ?? {})
  const places = counted ?? noPlaces(before.activity)
  const holder = { tenant: ctx.tenant, prescription: before.id }
  const moved = movePlaces(places, limit, holder, before.status, after.status)
  return moved === places ? [] : [adjust(Places, counted, moved)]
}

import { findActivity } from '../activities/find.ts'
import { type Activity, Places } from '../activities/schema.ts'
import type { Context } from '../core/context.ts'
import { adjust, type Change } from '../db/event.ts'
import { type Holder, limitOf, movePlaces, movePlacesBack, noPlaces } from './places.ts'
import type { Prescription } from './schema.ts'

/**
 * What a prescription's step does to the places of its activity, to be committed with the step: of two people who take
 * the last place at once, the second commit fails, looks again, and finds it gone.
 * @param activity where the caller has read it already.
 * @throws Conflict `activity-full` when the step takes a place and there is none.
 */
export function placeChange(
  ctx: Context,
  before: Prescription,
  after: Prescription,
  activity?: Activity,
): Promise<Change[]> {
  return counted(ctx, after, activity, (places, limit, holder) =>
    movePlaces(places, limit, holder, before.status, after.status),
  )
}

/**
 * The same of a step that is taken back, which led from `after` to `before`.
 * @throws Conflict `place-gone` when the place that was given up is taken.
 */
export function placeChangeBack(ctx: Context, before: Prescription, after: Prescription): Promise<Change[]> {
  return counted(ctx, after, undefined, (places, limit, holder) =>
    movePlacesBack(places, limit, holder, after.status, before.status),
  )
}

async function counted(
  ctx: Context,
  { id: prescription, activity: id, waitingSince: since }: Prescription,
  activity: Activity | undefined,
  move: (places: Places, limit: number, holder: Holder) => Places,
): Promise<Change[]> {
  const [known, before] = await Promise.all([activity ?? findActivity(ctx, id), ctx.store.find(Places, id)])
  // The activity has left with the centre that kept it, and its count with it: there is nothing to give back.
  if (known === undefined && before === undefined) return []
  // Places are counted even where there is no limit yet: one that is set later must know who is there.
  const places = before ?? noPlaces(id)
  const holder = { tenant: ctx.tenant, prescription, ...(since && { since }) }
  const moved = move(places, limitOf(before, known ?? {}), holder)
  return moved === places ? [] : [adjust(Places, before, moved)]
}

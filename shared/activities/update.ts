import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { patched } from '../core/patch.ts'
import { adjust, type Change, change } from '../db/event.ts'
import { noPlaces } from '../prescriptions/places.ts'
import { checkActivity, namedAreActive } from './rules.ts'
import { Activity, ActivitySchema, Places } from './schema.ts'
import type { ActivityView } from './view.ts'
import { commitActivity, ownActivity, type SeenActivity } from './write.ts'

const fields = ActivitySchema.omit({
  id: true,
  version: true,
  owner: true,
  verifiedOn: true,
  status: true,
  createdAt: true,
})

/** Only what is named changes; null takes an optional field away. */
export const UpdateActivityInput = fields.partial().extend({
  partner: fields.shape.partner.nullable(),
  schedule: fields.shape.schedule.nullable(),
  eligibility: fields.shape.eligibility.nullable(),
  capacity: fields.shape.capacity.nullable(),
})
export type UpdateActivityInput = z.infer<typeof UpdateActivityInput>

/**
 * Changes a listing. The event names the fields, never their content; it has the waiting list moved up if there is now
 * room.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `kept-elsewhere`, `activity-closed`,
 *   `capacity-below-taken`; InvalidInput as for a new one, on what is named.
 */
export async function updateActivity(
  ctx: Context,
  { changes, ...seen }: SeenActivity & { readonly changes: UpdateActivityInput },
): Promise<ActivityView> {
  ctx.require('activities:write')
  return changeActivity(ctx, await ownActivity(ctx, seen), changes)
}

/** The change itself, whoever asks for it. */
export async function changeActivity(
  ctx: Context,
  activity: Activity,
  changes: UpdateActivityInput,
): Promise<ActivityView> {
  checkActivity(ctx, changes)
  if (activity.status === 'closed') throw new Conflict('activity-closed')
  const after = patched(activity, changes)
  const counted = await ctx.store.find(Places, activity.id)
  const places = recounted(activity, after, counted)
  const facts = { fields: Object.keys(changes) }
  const changed: Change<Activity> = change(Activity, activity, after, 'updated', facts)
  return commitActivity(
    ctx,
    places === undefined || places === counted ? [changed] : [changed, adjust(Places, counted, places)],
    { places, checks: namedAreActive(changes) },
  )
}

/**
 * The count of places, told the capacity when that changes: whoever takes a place in the same instant finds another
 * count than was read, and looks again.
 * @throws Conflict `capacity-below-taken` when more places are taken than there would be.
 */
function recounted(before: Activity, { capacity }: Activity, counted: Places | undefined): Places | undefined {
  if (capacity === before.capacity) return counted
  const places = counted ?? noPlaces(before.id)
  const { taken } = places
  if (capacity !== undefined && taken > capacity) {
    throw new Conflict('capacity-below-taken', { taken, capacity }, { taken, capacity })
  }
  return { ...places, version: places.version + 1, capacity: capacity ?? null }
}

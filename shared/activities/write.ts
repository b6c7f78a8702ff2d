import type { Context } from '../core/context.ts'
import { Conflict, NotFound, PreconditionFailed } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import type { Change } from '../db/event.ts'
import { findActivity } from './find.ts'
import { type Activity, Places } from './schema.ts'
import { type ActivityView, viewed } from './view.ts'

/** An activity that the caller has seen in this version. */
export interface SeenActivity {
  readonly id: string
  readonly ifMatch: number
}

/**
 * One of the centre's own activities, for changing.
 * @throws NotFound for one that the centre may not see; Conflict `kept-elsewhere` for one that another centre keeps;
 *   PreconditionFailed when `ifMatch` is stale.
 */
export async function ownActivity(ctx: Context, { id, ifMatch }: SeenActivity): Promise<Activity> {
  const activity = await findActivity(ctx, id)
  if (activity === undefined) throw new NotFound()
  if (activity.owner !== ctx.tenant) throw new Conflict('kept-elsewhere', {}, { owner: activity.owner })
  if (activity.version !== ifMatch) throw new PreconditionFailed()
  return activity
}

/** Commits a step of an activity, and answers with the activity as it is then read. */
export async function commitActivity(
  ctx: Context,
  changes: readonly [Change<Activity>, ...Change[]],
  { places, checks = [] }: { readonly places: Places | undefined; readonly checks?: readonly Check[] },
): Promise<ActivityView> {
  const answer = viewed(ctx, changes[0].after, places)
  await ctx.store.commit(changes, { checks, answer })
  return answer
}

/** The count of an activity's places, where it is counted. */
export function placesFor(ctx: Context, { id, capacity }: Activity): Promise<Places | undefined> {
  return capacity === undefined ? Promise.resolve(undefined) : ctx.store.find(Places, id)
}

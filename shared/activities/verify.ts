import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { Activity } from './schema.ts'
import type { ActivityView } from './view.ts'
import { commitActivity, ownActivity, placesFor, type SeenActivity } from './write.ts'

/**
 * Somebody asked today whether the listing still holds, and it does.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `kept-elsewhere`, `activity-closed`.
 */
export async function verifyActivity(ctx: Context, seen: SeenActivity): Promise<ActivityView> {
  ctx.require('activities:write')
  const activity = await ownActivity(ctx, seen)
  if (activity.status === 'closed') throw new Conflict('activity-closed')
  const verified = { ...activity, verifiedOn: ctx.today, version: activity.version + 1 }
  const places = await placesFor(ctx, activity)
  return commitActivity(ctx, [change(Activity, activity, verified, 'verified', { on: ctx.today })], { places })
}

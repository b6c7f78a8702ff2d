import type { Context } from '../core/context.ts'
import { checkTransition, type Transitions } from '../core/transition.ts'
import { change } from '../db/event.ts'
import { Activity } from './schema.ts'
import type { ActivityView } from './view.ts'
import { commitActivity, ownActivity, placesFor, type SeenActivity } from './write.ts'

const activityTransitions: Transitions<Activity['status']> = { active: ['closed'], closed: [] }

/**
 * Closes a listing for good: nobody new is taken in, and those who take part finish what they began.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `kept-elsewhere`; InvalidTransition when it is
 *   closed already.
 */
export async function closeActivity(ctx: Context, seen: SeenActivity): Promise<ActivityView> {
  ctx.require('activities:write')
  const activity = await ownActivity(ctx, seen)
  checkTransition(activityTransitions, activity.status, 'closed')
  const closed: Activity = { ...activity, status: 'closed', version: activity.version + 1 }
  const places = await placesFor(ctx, activity)
  return commitActivity(ctx, [change(Activity, activity, closed, 'closed')], { places })
}

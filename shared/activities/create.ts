import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { checkActivity, namedAreActive } from './rules.ts'
import { Activity, type ActivityInput } from './schema.ts'
import type { ActivityView } from './view.ts'
import { commitActivity } from './write.ts'

/**
 * Lists an activity. This centre keeps the listing, whoever runs the activity and whoever may see it.
 * @throws InvalidInput for a schedule that cannot be kept, a partner or leaders that are not active here, centres named
 *   wrongly, or a verification in the future.
 */
export async function createActivity(ctx: Context, input: ActivityInput): Promise<ActivityView> {
  ctx.require('activities:write')
  return addActivity(ctx, input)
}

/** The listing itself, whoever asks for it. */
export async function addActivity(ctx: Context, input: ActivityInput): Promise<ActivityView> {
  checkActivity(ctx, input)
  const activity: Activity = {
    ...input,
    id: ctx.id('activity'),
    version: 1,
    owner: ctx.tenant,
    verifiedOn: input.verifiedOn ?? ctx.today,
    status: 'active',
    createdAt: ctx.now,
  }
  const { category, partner, visibility } = activity
  const facts = { category, partner, visibility: visibility.kind }
  return commitActivity(ctx, [create(Activity, activity, 'created', facts)], {
    places: undefined,
    checks: namedAreActive(activity),
  })
}

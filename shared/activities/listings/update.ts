import type { Context } from '../../core/context.ts'
import { PreconditionFailed } from '../../core/errors.ts'
import { changeActivity } from '../update.ts'
import type { ActivityView } from '../view.ts'
import type { SeenActivity } from '../write.ts'
import type { UpdateListingInput } from './input.ts'
import { ownListing } from './read.ts'

/**
 * A partner changes one of its own listings.
 * @throws NotFound for anybody else's; PreconditionFailed when `ifMatch` is stale; Conflict `activity-closed`,
 *   `capacity-below-taken`; InvalidInput as `updateActivity` does.
 */
export async function updateListing(
  ctx: Context,
  { id, ifMatch, changes }: SeenActivity & { readonly changes: UpdateListingInput },
): Promise<ActivityView> {
  const activity = await ownListing(ctx, id)
  if (activity.version !== ifMatch) throw new PreconditionFailed()
  return changeActivity(ctx, activity, changes)
}

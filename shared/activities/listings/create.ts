import type { Context } from '../../core/context.ts'
import { addActivity } from '../create.ts'
import type { ActivityView } from '../view.ts'
import type { ListingInput } from './input.ts'
import { callingPartner } from './partner.ts'

/**
 * A partner lists an activity of its own with the centre, which alone sees it until it decides otherwise.
 * @throws InvalidInput as `createActivity` does, on the partner itself when it is active no more.
 */
export function createListing(ctx: Context, input: ListingInput): Promise<ActivityView> {
  const partner = callingPartner(ctx)
  return addActivity(ctx, { ...input, partner, leaders: [], visibility: { kind: 'centre' } })
}

import type { Context } from '../../core/context.ts'
import { NotFound } from '../../core/errors.ts'
import { Activity } from '../schema.ts'
import { type ActivityView, viewed } from '../view.ts'
import { placesFor } from '../write.ts'
import { callingPartner } from './partner.ts'

/** @throws NotFound for any activity that is not the calling partner's. */
export async function readListing(ctx: Context, id: string): Promise<ActivityView> {
  const activity = await ownListing(ctx, id)
  return viewed(ctx, activity, await placesFor(ctx, activity))
}

/** The listing as it is kept. */
export async function ownListing(ctx: Context, id: string): Promise<Activity> {
  const partner = callingPartner(ctx)
  const activity = await ctx.store.find(Activity, id)
  if (activity?.partner !== partner) throw new NotFound()
  return activity
}

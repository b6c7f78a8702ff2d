import { findActivity } from '../activities/find.ts'
import { Places } from '../activities/schema.ts'
import type { Context } from '../core/context.ts'
import { Contended, PreconditionFailed } from '../core/errors.ts'
import { adjust, change } from '../db/event.ts'
import { movePrescription } from './move.ts'
import { limitOf, movePlaces, nextInLine } from './places.ts'
import { Prescription } from './schema.ts'

/**
 * Moves an activity's waiting list up while places are free: the first in line is accepted, then the next. Safe to run
 * any number of times and by several at once; each place is given once, in order.
 * @param contextOf a context of the product itself in a centre: the one that looks, then the one whose client is next.
 * @param tenant a centre that can see the activity.
 */
export async function promoteWaiting(
  contextOf: (tenant: string) => Promise<Context>,
  tenant: string,
  activity: string,
): Promise<void> {
  for (;;) {
    try {
      if (!(await promoteNext(contextOf, tenant, activity))) return
    } catch (error) {
      // Somebody moved in the same instant: look again.
      if (!(error instanceof Contended || error instanceof PreconditionFailed)) throw error
    }
  }
}

async function promoteNext(
  contextOf: (tenant: string) => Promise<Context>,
  tenant: string,
  activityId: string,
): Promise<boolean> {
  const looking = await contextOf(tenant)
  const [places, activity] = await Promise.all([
    looking.store.find(Places, activityId),
    findActivity(looking, activityId),
  ])
  if (places === undefined || activity?.status !== 'active' || activity.admission === 'no-capacity') return false
  const limit = limitOf(places, activity)
  const next = nextInLine(places, limit)
  if (next === undefined) return false
  const ctx = await contextOf(next.tenant)
  const waiting = await ctx.store.find(Prescription, next.prescription)
  if (waiting?.status !== 'on-hold') {
    // Not in line any more, by whatever way it left: take it out, and look at who comes after.
    const rest = { ...places, version: places.version + 1, waiting: places.waiting.slice(1) }
    await ctx.store.commit([adjust(Places, places, rest)])
    return true
  }
  const accepted = movePrescription(ctx, waiting, 'accepted', { answeredAt: ctx.now })
  await ctx.store.commit([
    change(Prescription, waiting, accepted, 'accepted', { activity: activityId, answeredBy: 'waiting-list' }),
    adjust(Places, places, movePlaces(places, limit, next, 'on-hold', 'accepted')),
  ])
  return true
}

import { findActivity } from '../activities/find.ts'
import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput } from '../core/errors.ts'
import { create } from '../db/event.ts'
import { flagged, isUnsafe } from '../referrals/request.ts'
import { Signpost, type SignpostInput } from './schema.ts'

/**
 * Puts on record that the caller told somebody of support, now: of a client or of nobody on file, of an activity or of
 * support at large. Nobody is asked to do anything. A need that says the client is in danger flags them as a referral
 * for it does.
 * @throws NotFound for a client whom the caller may not see; Conflict `client-merged`, `activity-closed`; InvalidInput
 *   for an activity that this centre cannot see.
 */
export async function recordSignpost(ctx: Context, input: SignpostInput): Promise<Signpost> {
  ctx.require('signposts:record')
  const { needs } = input
  const [client, activity] = await Promise.all([
    input.client && ctx.store.get(Client, input.client),
    input.activity && findActivity(ctx, input.activity),
  ])
  if (input.activity && !activity) throw new InvalidInput([{ pointer: '#/activity', code: 'unknown-activity' }])
  if (activity && activity.status === 'closed') throw new Conflict('activity-closed')
  const signpost: Signpost = {
    ...input,
    id: ctx.id('signpost'),
    version: 1,
    ...(activity && { activityName: activity.name }),
    at: ctx.now,
    by: ctx.actor.id,
    status: 'recorded',
  }
  const facts = { needs, ...(activity && { activity: activity.id, category: activity.category }) }
  const recorded = create(Signpost, signpost, 'recorded', facts)
  if (client && isUnsafe({ reasons: needs })) return ctx.store.commit([recorded, flagged(client)])
  return ctx.store.commit([recorded], { checks: client ? [clientIsActive(client.id)] : [] })
}

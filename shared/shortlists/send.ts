import { findActivity } from '../activities/find.ts'
import { Client } from '../clients/schema.ts'
import { consentToMessages, stillGiven } from '../consents/current.ts'
import { clientIsReachable } from '../contacts/reachable.ts'
import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput } from '../core/errors.ts'
import { newLinkCode } from '../core/link-code.ts'
import { addDays } from '../core/time.ts'
import { create } from '../db/event.ts'
import { isQuiet } from '../messages/quiet-hours.ts'
import { wayTo } from '../messages/way-to.ts'
import { awaitsClinician } from '../tasks/awaits-clinician.ts'
import { Shortlist, type ShortlistInput, type ShortlistView, shownToStaff } from './schema.ts'

/** How long a link opens. */
const daysOpen = 30

/**
 * Sends a client a few activities to think over: a link, by text or e-mail, in the client's language.
 * @throws NotFound for a client whom the caller may not see; InvalidInput for an activity that this centre cannot see or
 *   that is over; Conflict `message-consent-missing`, `do-not-contact`, `no-safe-way` to reach them by that channel,
 *   `clinician-first` while a positive screen waits for one, `quiet-hours` for a text at night, `client-merged`.
 */
export async function sendShortlist(
  ctx: Context,
  { client: id, activities, channel }: ShortlistInput & { readonly client: string },
): Promise<ShortlistView> {
  ctx.require('shortlists:send')
  const client = await ctx.store.get(Client, id)
  wayTo(client, channel)
  if (channel === 'sms' && isQuiet(ctx.centre.zone, ctx.now)) throw new Conflict('quiet-hours')
  const [consent, isWaiting, named] = await Promise.all([
    consentToMessages(ctx, id, channel),
    awaitsClinician(ctx, id),
    activitiesOf(ctx, activities),
  ])
  if (isWaiting) throw new Conflict('clinician-first')
  const shortlist: Shortlist = {
    id: ctx.id('shortlist'),
    version: 1,
    client: id,
    activities: named,
    locale: client.locale,
    channel,
    consent: consent.id,
    code: newLinkCode(),
    status: 'queued',
    expiresOn: addDays(ctx.today, daysOpen),
    createdAt: ctx.now,
    createdBy: ctx.actor.id,
  }
  const answer = shownToStaff(shortlist)
  await ctx.store.commit([create(Shortlist, shortlist, 'queued', { channel, activities })], {
    checks: [clientIsReachable(id, channel === 'sms' ? 'text' : 'e-mail'), stillGiven(consent)],
    answer,
  })
  return answer
}

async function activitiesOf(ctx: Context, ids: readonly string[]): Promise<Shortlist['activities']> {
  const found = await Promise.all(ids.map((id) => findActivity(ctx, id)))
  const held = found.flatMap((activity) => (activity?.status === 'active' ? [activity] : []))
  if (held.length === ids.length) return held.map(({ id, name }) => ({ activity: id, activityName: name }))
  const position = found.findIndex((activity) => activity?.status !== 'active')
  throw new InvalidInput([{ pointer: `#/activities/${position}`, code: 'unknown-activity' }])
}

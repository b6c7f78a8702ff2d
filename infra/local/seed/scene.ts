import type { Context } from '../../../shared/core/context.ts'
import type { Role } from '../../../shared/core/permissions.ts'
import { addDays } from '../../../shared/core/time.ts'
import type { Entity, Kind } from '../../../shared/db/kind.ts'
import type { Message } from '../../../shared/messages/schema.ts'
import { sendNotice } from '../../../shared/messages/send.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import type { Agenda } from './agenda.ts'
import { instantOn, workday } from './dates.ts'
import type { Listed, Listings } from './listings.ts'
import type { SeededPartner } from './partners.ts'
import { type Random, random } from './random.ts'
import type { Stage } from './stage.ts'

/** A centre with all that stories need: its people, its partners, its activities. */
export interface Opened extends Listed {
  readonly stage: Stage
  readonly agenda: Agenda
  readonly listings: Listings
}

/** Where one referral's story plays: who has a part in it, and its calendar. */
export interface Scene extends Opened {
  readonly draw: Random
  readonly prescriber: Staff
  readonly navigator: Staff
  /** An hour of work so many days after the referral came in. */
  day(after: number): string
  by(person: Staff, at: string): Context
  byPartner(partner: SeededPartner, at: string): Context
}

/** @param requestedOn the day the referral comes in, `YYYY-MM-DD`. */
export function setScene(opened: Opened, name: string, requestedOn: string): Scene {
  const { stage, centre, staff } = opened
  const draw = random(`${centre.id} ${name}`)
  const one = (role: Role) => draw.pick(staff.filter(({ roles }) => roles.includes(role)))
  return {
    ...opened,
    draw,
    prescriber: one('prescriber'),
    navigator: one('navigator'),
    day: (after) => instantOn(centre.zone, workday(addDays(requestedOn, after)), draw.int(9, 15), draw.int(0, 59)),
    by: (person, at) => stage.person(centre, person, at),
    byPartner: ({ partner, key }, at) => stage.partner(centre, { ...key, partner: partner.id }, at),
  }
}

/** An entity as somebody saw it a moment ago: its id, and the version that their step names. */
export async function seen<T extends Entity>(
  ctx: Context,
  kind: Kind<T>,
  id: string,
): Promise<{ id: string; ifMatch: number }> {
  const { version } = await ctx.store.get(kind, id)
  return { id, ifMatch: version }
}

/** The notices to the prescriber go out on the day: a letter of last spring is not for today's outbox. */
export async function sendNotices({ stage, centre }: Opened, referral: string, at: string): Promise<void> {
  const ctx = stage.itself(centre, at)
  const messages = await ctx.store.queryAll<Message>({ index: 'list', partition: `OF#${referral}`, begins: 'MESSAGE#' })
  for (const { id, status } of messages) {
    if (status === 'queued') await sendNotice(ctx, id, { publicUrl: '', post: async () => {} })
  }
}

import { Client } from '../clients/schema.ts'
import { shownName } from '../clients/search-entries.ts'
import type { Context } from '../core/context.ts'
import { type Change, create } from '../db/event.ts'
import type { Referral } from '../referrals/schema.ts'
import { Staff } from '../staff/schema.ts'
import { composeMessage, type MessageFacts } from './compose.ts'
import { Message } from './schema.ts'

/**
 * The message back to a referral's prescriber, to be committed with the step that it tells of.
 * @param referral as the step leaves it.
 * @param more what only the step knows: the activities prescribed, the outcome; the ids of entries that these are of.
 * @returns nothing to commit when nobody asked to hear back, or the client withholds it from whoever did.
 */
export async function messageBack(
  ctx: Context,
  referral: Referral,
  moment: Message['moment'],
  { tellsOf, ...more }: Pick<MessageFacts, 'activities' | 'outcome' | 'words'> & Pick<Message, 'tellsOf'> = {},
): Promise<Change[]> {
  if (referral.prescriber === undefined) return []
  const [client, navigator, prescriber] = await Promise.all([
    ctx.store.get(Client, referral.client),
    referral.navigator && ctx.store.find(Staff, referral.navigator),
    ctx.store.find(Staff, referral.prescriber),
  ])
  const message: Message = {
    id: ctx.id('message'),
    version: 1,
    client: referral.client,
    referral: referral.id,
    to: referral.prescriber,
    moment,
    ...(tellsOf && { tellsOf }),
    text: composeMessage({
      moment,
      on: ctx.today,
      centre: ctx.centre.name,
      client: shownName(client),
      ...(client.birthDate && { birthDate: client.birthDate }),
      ...(client.chartNumber && { chartNumber: client.chartNumber }),
      reasons: referral.reasons,
      ...(navigator && { navigator: navigator.name }),
      ...more,
    }),
    status: 'queued',
    createdAt: ctx.now,
  }
  if (prescriber && (await mayNotHear(ctx, message, prescriber))) return []
  return [create(Message, message, 'queued', { moment, referral: referral.id })]
}

/** Whether the client's directives keep a message, or what it tells of, from the person it would go to. */
export async function mayNotHear(ctx: Context, message: Message, { id, roles }: Staff): Promise<boolean> {
  const reader = { id, kind: 'person', roles }
  const about = { id: message.referral, client: message.client }
  const [messages, referrals] = await Promise.all([
    ctx.store.withholds(message, reader),
    ctx.store.withholds(about, reader),
  ])
  return messages || referrals
}

import { closedRecord } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import { Consent } from '../consents/schema.ts'
import { withdrawGiven } from '../consents/withdraw.ts'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { say } from '../i18n/index.ts'
import { wayTo } from '../messages/way-to.ts'
import { awaitsClinician } from '../tasks/awaits-clinician.ts'
import { Shortlist } from './schema.ts'

export interface Means {
  readonly publicUrl: string
  post(letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
  /** @throws OptedOut when whoever has the number told the network to stop. */
  text(message: { readonly to: string; readonly text: string }): Promise<void>
}

/** Whoever has the number answered with a word that stops messages: the client's word, as if said to us. */
export class OptedOut extends Error {
  override readonly name = 'OptedOut'
}

/**
 * Sends a shortlist on its way, if it still may go: what spoke against sending it is asked again. One that was sent
 * before, or was stopped, is left as it is.
 * @throws whatever the means throw; the shortlist then stays queued.
 */
export async function deliverShortlist(ctx: Context, id: string, means: Means): Promise<void> {
  const shortlist = await ctx.store.find(Shortlist, id)
  if (shortlist?.status !== 'queued') return
  const permission = await permitted(ctx, shortlist).catch(refusal)
  if (permission instanceof Conflict)
    return settle(ctx, shortlist, { status: 'failed', failure: permission.code as Shortlist['failure'] })
  try {
    await send(ctx, shortlist, permission.to, means)
  } catch (error) {
    if (!(error instanceof OptedOut)) throw error
    await withdrawGiven(ctx, permission.consent)
    return
  }
  await settle(ctx, shortlist, { status: 'sent', sentAt: ctx.now })
}

async function permitted(ctx: Context, shortlist: Shortlist): Promise<{ to: string; consent: Consent }> {
  const [client, consent, isWaiting] = await Promise.all([
    ctx.store.find(Client, shortlist.client),
    ctx.store.find(Consent, shortlist.consent),
    awaitsClinician(ctx, shortlist.client),
  ])
  if (client?.status !== 'active') throw closedRecord(client)
  if (consent?.status !== 'given') throw new Conflict('message-consent-missing')
  if (isWaiting) throw new Conflict('clinician-first')
  return { to: wayTo(client, shortlist.channel), consent }
}

function refusal(error: unknown): Conflict {
  if (error instanceof Conflict) return error
  throw error
}

async function send(ctx: Context, { id, code, locale, channel }: Shortlist, to: string, means: Means): Promise<void> {
  const { name, phone } = ctx.centre
  const link = `${means.publicUrl}/s/${ctx.tenant}/${id.slice(-26)}/${code}`
  const words = { centre: name[locale], phone, link }
  if (channel === 'sms') return means.text({ to, text: say(locale, 'shortlist.text', words) })
  await means.post({
    to,
    subject: say(locale, 'shortlist.subject', words),
    text: say(locale, 'shortlist.letter', words),
  })
}

async function settle(
  ctx: Context,
  shortlist: Shortlist,
  now: Pick<Shortlist, 'status' | 'failure' | 'sentAt'>,
): Promise<void> {
  const after: Shortlist = { ...shortlist, ...now, version: shortlist.version + 1 }
  await ctx.store.commit([change(Shortlist, shortlist, after, now.status, { channel: shortlist.channel })])
}

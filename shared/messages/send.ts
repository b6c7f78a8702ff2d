import type { Context } from '../core/context.ts'
import { PreconditionFailed } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { say } from '../i18n/index.ts'
import { Staff } from '../staff/schema.ts'
import { mayNotHear } from './back.ts'
import { Message } from './schema.ts'

interface Means {
  readonly publicUrl: string
  post(letter: { readonly to: string; readonly subject: string; readonly text: string }): Promise<void>
}

/**
 * Tells a prescriber that there is news. The letter says neither who nor what: the text stays with the referral, behind
 * sign-in. A message that was sent before, or has nobody to go to, is left as it is.
 * @throws whatever the post throws; the message then stays queued.
 */
export async function sendNotice(ctx: Context, id: string, { publicUrl, post }: Means): Promise<void> {
  const message = await ctx.store.find(Message, id)
  if (message?.status !== 'queued') return
  const prescriber = await ctx.store.find(Staff, message.to)
  const version = message.version + 1
  if (prescriber?.status !== 'active' || (await mayNotHear(ctx, message, prescriber))) {
    const failed: Message = { ...message, version, status: 'failed' }
    const reason = prescriber?.status === 'active' ? 'withheld' : 'nobody-to-tell'
    await ctx.store.commit([change(Message, message, failed, 'failed', { reason })])
    return
  }
  const { locale } = prescriber
  await post({
    to: prescriber.email,
    subject: say(locale, 'notice.subject'),
    text: say(locale, 'notice.text', { link: `${publicUrl}/referrals/${message.referral}` }),
  })
  const sent: Message = { ...message, version, status: 'sent', sentAt: ctx.now }
  await ctx.store.commit([change(Message, message, sent, 'sent')]).catch(unlessMoved)
}

/** Sent by another hand, or taken back, in the same instant: the letter is out, and what the message has become stands. */
function unlessMoved(error: unknown): void {
  if (!(error instanceof PreconditionFailed)) throw error
}

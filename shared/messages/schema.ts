import * as z from 'zod'
import { id, instant } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** When a prescriber hears back. */
const moments = ['accepted', 'first-contact', 'prescribed', 'closed', 'declined', 'unreachable'] as const

/** The message back: chart-ready text in both languages, kept with the referral, told by the outbox. */
export const MessageSchema = z.strictObject({
  id: id('message'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  /** The prescriber it is for. */
  to: id('staff'),
  moment: z.enum(moments),
  /** Entries beside the referral that the text tells of: what is withheld of them is withheld of the message. */
  tellsOf: z.array(z.string()).optional(),
  text: z.strictObject({ en: z.string(), fr: z.string() }),
  /**
   * Queued until the notice that there is news has gone out; the text itself stays here. One that told of a step which
   * was taken back is kept on record, and shown to nobody who would act on it.
   */
  status: z.enum(['queued', 'sent', 'failed', 'taken-back']),
  createdAt: instant,
  sentAt: instant.optional(),
})
export type Message = z.infer<typeof MessageSchema>

export const Message = kind<Message>({
  name: 'message',
  table: 'care',
  client: (message) => message.client,
  indexes: (message) => ({
    client: [`CLIENT#${message.client}`, `MESSAGE#${message.createdAt}#${message.id}`],
    ...(message.status !== 'taken-back' && {
      list: [`OF#${message.referral}`, `MESSAGE#${message.createdAt}#${message.id}`],
      party: [`PRESCRIBER#${message.to}`, `MESSAGE#${message.createdAt}#${message.id}`],
    }),
  }),
})

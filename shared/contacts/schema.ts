import * as z from 'zod'
import { barriers, contactChannels, contactResults } from '../core/codes.ts'
import { date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** One contact with a client, or an attempt at one. */
export const ContactSchema = z.strictObject({
  id: id('contact'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  channel: z.enum(contactChannels),
  result: z.enum(contactResults),
  at: instant,
  minutes: z.int().min(0).max(600).optional(),
  barriersAddressed: z.array(z.enum(barriers)).max(12),
  note: text(4000).optional(),
  /** The navigator and the client wrote the note together. */
  writtenTogether: z.boolean(),
  nextActionOn: date.optional(),
  /** The referral's next action as it was planned before: it goes back to it when this contact is retracted. */
  formerActionOn: date.optional(),
  by: id('staff'),
  status: z.enum(['recorded', 'entered-in-error']),
})
export type Contact = z.infer<typeof ContactSchema>

export const Contact = kind<Contact>({
  name: 'contact',
  table: 'care',
  client: (contact) => contact.client,
  indexes: (contact) => ({
    client: [`CLIENT#${contact.client}`, `CONTACT#${contact.at}#${contact.id}`],
    list: [`OF#${contact.referral}`, `CONTACT#${contact.at}#${contact.id}`],
  }),
})

export const ContactInput = ContactSchema.pick({
  channel: true,
  result: true,
  minutes: true,
  note: true,
  nextActionOn: true,
}).extend({
  /** When it happened; now unless said, never in the future. */
  at: instant.optional(),
  barriersAddressed: ContactSchema.shape.barriersAddressed.default([]),
  writtenTogether: z.boolean().default(false),
})
export type ContactInput = z.infer<typeof ContactInput>

import * as z from 'zod'
import { id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** What the client agrees to. Each scope is given and withdrawn on its own. */
const ConsentScope = z.discriminatedUnion('kind', [
  /** Sharing the minimum with one partner: for one prescription, or for any when none is named. */
  z.strictObject({ kind: z.literal('share'), partner: id('partner'), prescription: id('prescription').optional() }),
  z.strictObject({ kind: z.literal('messages'), channel: z.enum(['sms', 'email', 'phone', 'letter']) }),
  z.strictObject({ kind: z.literal('evaluation') }),
])

export const ConsentSchema = z.strictObject({
  id: id('consent'),
  version: z.int().positive(),
  client: id('client'),
  scope: ConsentScope,
  status: z.enum(['given', 'withdrawn']),
  how: z.enum(['spoken', 'written', 'electronic', 'substitute-decision-maker']),
  givenAt: instant,
  recordedBy: text(60),
  withdrawnAt: instant.optional(),
  withdrawnBy: text(60).optional(),
})
export type Consent = z.infer<typeof ConsentSchema>

export const Consent = kind<Consent>({
  name: 'consent',
  table: 'care',
  client: (consent) => consent.client,
  indexes: (consent) => ({ client: [`CLIENT#${consent.client}`, `CONSENT#${consent.id}`] }),
})

export const ConsentInput = ConsentSchema.pick({ scope: true, how: true })
export type ConsentInput = z.infer<typeof ConsentInput>

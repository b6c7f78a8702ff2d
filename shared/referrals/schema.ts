import * as z from 'zod'
import { ConsentSchema } from '../consents/schema.ts'
import { referralReasons, referralSources } from '../core/codes.ts'
import { KeptReason } from '../core/reason.ts'
import { stepTaken } from '../core/take-back.ts'
import { date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'
import { isOpen, referralStatuses } from './status.ts'

const Fields = z.strictObject({
  id: id('referral'),
  version: z.int().positive(),
  client: id('client'),
  source: z.enum(referralSources),
  reasons: z.array(z.enum(referralReasons)).min(1).max(12),
  urgency: z.enum(['routine', 'urgent']),
  note: text(2000).optional(),
  /** How the client agreed to be referred, in the words that a consent has for it. */
  agreed: ConsentSchema.shape.how.optional(),
  status: z.enum(referralStatuses),
  statusReason: KeptReason.optional(),
  /** The member of staff who hears back. */
  prescriber: id('staff').optional(),
  navigator: id('staff').optional(),
  requestedAt: instant,
  acceptedAt: instant.optional(),
  /** First time the client was reached. */
  contactedAt: instant.optional(),
  prescribedAt: instant.optional(),
  attendedAt: instant.optional(),
  /** When a partner last answered, other than to the navigator. */
  partnerAnsweredAt: instant.optional(),
  closedAt: instant.optional(),
  /** When a navigator should next do something, in the centre's calendar: the Today list's order. */
  nextActionOn: date,
})

/** What a step that takes no reason may change, and taking it back puts right again. */
export const referralStepFields = ['status', 'statusReason', 'navigator', 'acceptedAt', 'nextActionOn'] as const

export const ReferralSchema = Fields.extend({
  /** What it was before such a step, for whoever took that to take it back: void once `version` has moved on. */
  formerly: Fields.pick({ status: true, statusReason: true, navigator: true, acceptedAt: true, nextActionOn: true })
    .extend({
      ...stepTaken,
      /** What the prescriber was told of the step. */
      messages: z.array(id('message')).optional(),
    })
    .optional(),
})
export type Referral = z.infer<typeof ReferralSchema>

/** A referral in a list, with the name that its client goes by. */
export const ReferralRow = ReferralSchema.extend({ clientName: z.string() })
export type ReferralRow = z.infer<typeof ReferralRow>

export const Referral = kind<Referral>({
  name: 'referral',
  table: 'care',
  client: (referral) => referral.client,
  indexes: (referral) => ({
    client: [`CLIENT#${referral.client}`, `REFERRAL#${referral.requestedAt}#${referral.id}`],
    list: [`REFERRALS#${referral.status}`, `${referral.requestedAt}#${referral.id}`],
    ...(isOpen(referral.status) && {
      today: [`TODAY#${referral.navigator ?? 'unassigned'}`, `${referral.nextActionOn}#${referral.id}`],
    }),
    ...(referral.prescriber && {
      party: [`PRESCRIBER#${referral.prescriber}`, `REFERRAL#${referral.requestedAt}#${referral.id}`],
    }),
  }),
})

export const ReferralInput = ReferralSchema.pick({
  client: true,
  source: true,
  reasons: true,
  note: true,
  agreed: true,
}).extend({
  urgency: ReferralSchema.shape.urgency.default('routine'),
  /** Who hears back; the caller unless said, where the caller is a prescriber. */
  prescriber: ReferralSchema.shape.prescriber,
})
export type ReferralInput = z.infer<typeof ReferralInput>

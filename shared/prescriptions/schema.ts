import * as z from 'zod'
import { barriers } from '../core/codes.ts'
import { KeptReason } from '../core/reason.ts'
import { stepTaken } from '../core/take-back.ts'
import { bilingual, date, id, instant, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'
import { isAwaited, isWithPartner, prescriptionStatuses } from './status.ts'

/** What makes it possible to take part, and whether it is arranged. */
const Support = z.strictObject({ code: z.enum(barriers), arranged: z.boolean(), words: text(300).optional() })

const Fields = z.strictObject({
  id: id('prescription'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  navigator: id('staff').optional(),
  activity: id('activity'),
  /** The activity as it was called when it was prescribed. */
  activityName: bilingual(160),
  /** The organisation that answers; none for the centre's own activities. */
  partner: id('partner').optional(),
  /** The consent on which the partner sees it. Gone when that is withdrawn, and with it the partner's sight. */
  consent: id('consent').optional(),
  /** The client comes to give, not only to receive. */
  volunteerRole: bilingual(120).optional(),
  supports: z.array(Support).max(12),
  /** Words for the partner: nothing of the client's reasons or health. */
  noteToPartner: text(500).optional(),
  status: z.enum(prescriptionStatuses),
  statusReason: KeptReason.optional(),
  proposedAt: instant,
  requestedAt: instant.optional(),
  answeredAt: instant.optional(),
  /** Since when on the waiting list: its order. */
  waitingSince: instant.optional(),
  startedAt: instant.optional(),
  closedAt: instant.optional(),
  /** When the navigator should next do something about it, while it is proposed or requested. */
  nextActionOn: date,
  timesAttended: z.int().min(0),
})

/** What a step that takes no reason may change, and taking it back puts right again. */
export const prescriptionStepFields = [
  'status',
  'statusReason',
  'answeredAt',
  'waitingSince',
  'startedAt',
  'nextActionOn',
] as const

/** One activity that the navigator and the client chose together. */
export const PrescriptionSchema = Fields.extend({
  /** What it was before such a step, for whoever took that to take it back: void once `version` has moved on. */
  formerly: Fields.pick({
    status: true,
    statusReason: true,
    answeredAt: true,
    waitingSince: true,
    startedAt: true,
    nextActionOn: true,
  })
    .extend(stepTaken)
    .optional(),
})
export type Prescription = z.infer<typeof PrescriptionSchema>

export const Prescription = kind<Prescription>({
  name: 'prescription',
  table: 'care',
  client: (prescription) => prescription.client,
  indexes: (prescription) => ({
    client: [`CLIENT#${prescription.client}`, `PRESCRIPTION#${prescription.proposedAt}#${prescription.id}`],
    list: [`OF#${prescription.referral}`, `PRESCRIPTION#${prescription.proposedAt}#${prescription.id}`],
    ...(isAwaited(prescription.status) && {
      today: [`TODAY#${prescription.navigator ?? 'unassigned'}`, `${prescription.nextActionOn}#${prescription.id}`],
    }),
    ...(prescription.partner &&
      prescription.consent &&
      isWithPartner(prescription.status) && {
        party: [`PARTNER#${prescription.partner}`, `${prescription.requestedAt}#${prescription.id}`],
      }),
  }),
  // The roster of an activity: who is asked, waiting or taking part.
  derived: (prescription) =>
    isWithPartner(prescription.status)
      ? [{ partition: `ROSTER#${prescription.activity}`, sort: prescription.id, data: prescription }]
      : [],
})

export const PrescriptionInput = PrescriptionSchema.pick({
  activity: true,
  volunteerRole: true,
  noteToPartner: true,
}).extend({ supports: PrescriptionSchema.shape.supports.default([]) })
export type PrescriptionInput = z.infer<typeof PrescriptionInput>

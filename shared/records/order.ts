import type * as z from 'zod'
import { AttendanceSchema } from '../attendances/schema.ts'
import { ClientSchema } from '../clients/schema.ts'
import { ConsentSchema } from '../consents/schema.ts'
import { ContactSchema } from '../contacts/schema.ts'
import { type Correction, CorrectionSchema } from '../corrections/schema.ts'
import type { Entity } from '../db/kind.ts'
import { BreakGlassSchema, DirectiveSchema } from '../directives/schema.ts'
import { GoalSchema } from '../goals/schema.ts'
import { HoldSchema } from '../holds/schema.ts'
import { MessageSchema } from '../messages/schema.ts'
import { FollowUpSchema, OutcomeSchema } from '../outcomes/schema.ts'
import { PrescriptionSchema } from '../prescriptions/schema.ts'
import { ReferralSchema } from '../referrals/schema.ts'
import { ShortlistView } from '../shortlists/schema.ts'
import { SignpostSchema } from '../signposts/schema.ts'
import { StatementSchema } from '../statements/schema.ts'
import { HandOffSchema } from '../tasks/schema.ts'

/** The form of everything that can be in a client's record, by kind. */
export const forms: Readonly<Record<string, z.ZodObject>> = {
  attendance: AttendanceSchema,
  'break-glass': BreakGlassSchema,
  client: ClientSchema,
  consent: ConsentSchema,
  contact: ContactSchema,
  correction: CorrectionSchema,
  directive: DirectiveSchema,
  'follow-up': FollowUpSchema,
  goal: GoalSchema,
  'hand-off': HandOffSchema,
  hold: HoldSchema,
  message: MessageSchema,
  outcome: OutcomeSchema,
  prescription: PrescriptionSchema,
  referral: ReferralSchema,
  shortlist: ShortlistView,
  signpost: SignpostSchema,
  statement: StatementSchema,
}

/** An entity with its fields in the order of its form: the database gives them in none. */
export function inOrder(kind: string, entity: Entity): Entity & Record<string, unknown> {
  const ordered = sorted(forms[kind], entity)
  if (kind !== 'correction') return ordered
  const { kind: corrected, before, after } = entity as Correction
  const form = forms[corrected]?.partial()
  return { ...ordered, before: sorted(form, before), after: sorted(form, after) }
}

/** What does not have the form any more, or not yet, stays as it is. */
function sorted<T>(form: z.ZodType | undefined, value: T): T & Record<string, unknown> {
  const read = form?.safeParse(value)
  return (read?.success ? read.data : { ...value }) as T & Record<string, unknown>
}

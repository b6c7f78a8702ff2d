import * as z from 'zod'
import { referralReasons } from '../core/codes.ts'
import { date, id, instant, locale, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'
import { referralStatuses } from '../referrals/status.ts'

const taskKinds = [
  'new-referral',
  'first-contact',
  'next-action',
  'prescription-to-send',
  'partner-answer',
  'partner-answered',
  'follow-up',
  'hand-off',
] as const

/** What a person should do next. All but hand-offs are read off the thing itself, never typed a second time. */
export const TaskSchema = z.strictObject({
  kind: z.enum(taskKinds),
  /** The referral, prescription, follow-up or hand-off that asks for it. */
  subject: z.string(),
  /** The subject's version: what a step on it names in `If-Match`. */
  subjectVersion: z.int().positive(),
  /** None for what is about the client alone. */
  referral: id('referral').optional(),
  /** The referral's, where it is the subject. */
  status: z.enum(referralStatuses).optional(),
  reasons: z.array(z.enum(referralReasons)).optional(),
  /** The day in the centre's calendar on which the referral came in, where it is the subject. */
  receivedOn: date.optional(),
  dueOn: date,
  /** Whole days past `dueOn`; 0 when not overdue. */
  daysOverdue: z.int().min(0),
  urgency: z.enum(['routine', 'urgent']),
  client: id('client'),
  clientName: z.string(),
  /** In whole years today; none without a birth date on file. */
  age: z.int().min(0).optional(),
  /** The client's language, and what to know before reaching out. */
  locale,
  needsInterpreter: z.boolean(),
  safeContact: z.boolean(),
  doNotContact: z.boolean(),
})
export type Task = z.infer<typeof TaskSchema>

/** How much there is to do, counted from the most overdue on. */
export const Count = z.strictObject({
  total: z.int().min(0),
  overdue: z.int().min(0),
  /** There is more than was counted. */
  more: z.boolean(),
})
export type Count = z.infer<typeof Count>

export const SummarySchema = z.strictObject({ me: Count, unassigned: Count })
export type Summary = z.infer<typeof SummarySchema>

/** A positive screen passes to a clinician at once: this is what they find, and tick off. */
export const HandOffSchema = z.strictObject({
  id: id('hand-off'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral').optional(),
  /** The clinician; the centre's unassigned list when nobody is named. */
  assignee: id('staff').optional(),
  /** What raised it: `phq-2`. */
  cause: text(40),
  /** Of somebody's look behind a client's directives: who, and the reason they gave. Somebody else is to see to it. */
  raisedBy: id('staff').optional(),
  reason: text(500).optional(),
  dueOn: date,
  status: z.enum(['requested', 'completed']),
  createdAt: instant,
  completedAt: instant.optional(),
  completedBy: id('staff').optional(),
  note: text(1000).optional(),
})
export type HandOff = z.infer<typeof HandOffSchema>

export const HandOff = kind<HandOff>({
  name: 'hand-off',
  table: 'care',
  client: (handOff) => handOff.client,
  indexes: (handOff) => ({
    client: [`CLIENT#${handOff.client}`, `HAND-OFF#${handOff.id}`],
    ...(handOff.referral && { list: [`OF#${handOff.referral}`, `HAND-OFF#${handOff.id}`] }),
    ...(handOff.status === 'requested' && {
      today: [`TODAY#${handOff.assignee ?? 'unassigned'}`, `${handOff.dueOn}#${handOff.id}`],
    }),
  }),
})

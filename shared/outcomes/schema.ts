import * as z from 'zod'
import { KeptReason } from '../core/reason.ts'
import { date, id, instant, locale, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

export const phases = ['baseline', '3-months', '6-months', '12-months', 'exit'] as const
export type Phase = (typeof phases)[number]

const Answer = z.union([z.int().min(0).max(99), z.enum(['dont-know', 'prefer-not-to-say', 'skipped'])])

/** More than any instrument has items. */
const mostAnswers = 40

/** One completed measure, scored when it was recorded by the version of the instrument that it names. */
export const OutcomeSchema = z.strictObject({
  id: id('outcome'),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  instrument: text(40),
  instrumentVersion: text(20),
  /** The language it was answered in. */
  locale,
  mode: z.enum(['self', 'assisted', 'proxy']),
  phase: z.enum(phases),
  takenOn: date,
  answers: z.record(text(40), Answer).refine((answers) => Object.keys(answers).length <= mostAnswers, {
    params: { code: 'too-big-list', most: mostAnswers },
  }),
  /** Null when too much is missing for the instrument's rule. */
  score: z.number().nullable(),
  /** By item, for instruments whose items are never summed. */
  scores: z.record(z.string(), z.number()).optional(),
  missing: z.array(z.string()),
  /** Ids of the thresholds it meets: `lonely`, `positive`. */
  flags: z.array(z.string()),
  status: z.enum(['recorded', 'entered-in-error']),
  /** Why it was entered in error. */
  statusReason: KeptReason.optional(),
  recordedAt: instant,
  recordedBy: id('staff'),
})
export type Outcome = z.infer<typeof OutcomeSchema>

export const Outcome = kind<Outcome>({
  name: 'outcome',
  table: 'care',
  client: (outcome) => outcome.client,
  indexes: (outcome) => ({
    client: [`CLIENT#${outcome.client}`, `OUTCOME#${outcome.takenOn}#${outcome.id}`],
    list: [`OF#${outcome.referral}`, `OUTCOME#${outcome.takenOn}#${outcome.id}`],
  }),
})

export const OutcomeInput = OutcomeSchema.pick({
  instrument: true,
  mode: true,
  phase: true,
  answers: true,
}).extend({
  /** Today unless said, never in the future. */
  takenOn: date.optional(),
  /** The client's own language unless said. */
  locale: locale.optional(),
})
export type OutcomeInput = z.infer<typeof OutcomeInput>

/** The same measures again, so many months after the first baseline. One per referral and phase. */
export const FollowUpSchema = z.strictObject({
  /** `follow-up_<referral's ULID>_<phase>`: whoever schedules it finds the same record. */
  id: z.string().meta({ example: 'follow-up_01JD3Y6Q5V8Z9K2M4N6P8R0T1W_3-months' }),
  version: z.int().positive(),
  client: id('client'),
  referral: id('referral'),
  navigator: id('staff').optional(),
  phase: z.enum(['3-months', '6-months', '12-months']),
  opensOn: date,
  dueOn: date,
  closesOn: date,
  /** As kept. Whether a due one is upcoming, overdue or missed is read off its dates and today. */
  status: z.enum(['due', 'done', 'cancelled']),
  doneAt: instant.optional(),
})
export type FollowUp = z.infer<typeof FollowUpSchema>

export const FollowUp = kind<FollowUp>({
  name: 'follow-up',
  table: 'care',
  client: (followUp) => followUp.client,
  indexes: (followUp) => ({
    client: [`CLIENT#${followUp.client}`, `FOLLOW-UP#${followUp.dueOn}#${followUp.id}`],
    list: [`OF#${followUp.referral}`, `FOLLOW-UP#${followUp.dueOn}#${followUp.id}`],
    // In the order of `dueOn`, as everything on that list; `isOpen` tells which of them ask for something today.
    ...(followUp.status === 'due' && {
      today: [`TODAY#${followUp.navigator ?? 'unassigned'}`, `${followUp.dueOn}#${followUp.id}`],
    }),
  }),
})

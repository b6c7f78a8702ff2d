import * as z from 'zod'
import { rejectedReasons } from '../core/codes.ts'
import type { Context } from '../core/context.ts'
import { reason } from '../core/reason.ts'
import { Prescription } from './schema.ts'
import { commitStep, type Seen } from './step.ts'

/** What an organiser answers: takes the client in, cannot, or has no place yet. */
export const AnswerInput = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('accept') }),
  z.strictObject({ answer: z.literal('reject'), reason: reason(rejectedReasons) }),
  z.strictObject({ answer: z.literal('waitlist') }),
])
export type AnswerInput = z.infer<typeof AnswerInput>

/**
 * An organiser's answer that came by phone or in person, noted by the navigator.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; InvalidTransition unless it is requested or waiting;
 *   Conflict `activity-full` when somebody who waits is accepted and no place is free, or it is another's turn.
 */
export async function answerPrescription(
  ctx: Context,
  input: Seen & { readonly body: AnswerInput },
): Promise<Prescription> {
  ctx.require('prescriptions:answer')
  return answered(ctx, await ctx.store.get(Prescription, input.id, input), input.body)
}

/**
 * The answer itself, whoever gives it. One without a reason may be taken back by the member of staff who noted it.
 * @param view what the caller may see of it, where that is not all.
 */
export function answered(
  ctx: Context,
  prescription: Prescription,
  body: AnswerInput,
  view: (after: Prescription) => unknown = (after) => after,
): Promise<Prescription> {
  const fields = { answeredAt: ctx.now }
  const answeredBy = ctx.actor.kind
  const told = { facts: { answeredBy }, fields, mayBeTakenBack: answeredBy === 'person', view }
  switch (body.answer) {
    case 'accept':
      return commitStep(ctx, prescription, 'accepted', { ...told, verb: 'accepted' })
    case 'reject':
      return commitStep(ctx, prescription, 'rejected', {
        verb: 'rejected',
        facts: { answeredBy, reason: body.reason.code },
        fields: { ...fields, statusReason: body.reason },
        view,
      })
    case 'waitlist':
      return commitStep(ctx, prescription, 'on-hold', {
        ...told,
        verb: 'waitlisted',
        fields: { ...fields, statusReason: { code: 'waitlisted' } },
      })
  }
}

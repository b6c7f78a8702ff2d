import type { Context } from '../core/context.ts'
import { PreconditionFailed } from '../core/errors.ts'
import { remembering, takenBack } from '../core/take-back.ts'
import { type Change, change } from '../db/event.ts'
import type { Goal } from '../goals/schema.ts'
import { messagesTakenBack } from '../messages/take-back.ts'
import type { Outcome } from '../outcomes/schema.ts'
import type { Prescription } from '../prescriptions/schema.ts'
import type { Seen } from './accept.ts'
import { handedOver } from './hand-over.ts'
import { Referral, referralStepFields } from './schema.ts'
import { referralTransitions } from './status.ts'

/**
 * A referral after a step that whoever took it may take back for a while.
 * @param told the messages that tell of the step.
 */
export function mayBeTakenBack(
  ctx: Pick<Context, 'now' | 'actor'>,
  before: Referral,
  after: Referral,
  told: readonly Change[] = [],
): Referral {
  const stepped = remembering(ctx, before, after, referralStepFields)
  if (told.length === 0 || stepped.formerly === undefined) return stepped
  return { ...stepped, formerly: { ...stepped.formerly, messages: told.map(({ after: { id } }) => id) } }
}

/**
 * Takes back the last step of a referral (accepted, assigned, started, taken up again): it stands as it stood before,
 * with the prescriptions and follow-ups that went along, and the prescriber is not told of it any more. An event of its
 * own, which the figures count no more than they counted the step.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale, or something was put on the referral since; Conflict
 *   `nothing-to-take-back`, `step-of-somebody-else`, `too-late-to-take-back`.
 */
export async function takeBackReferral(ctx: Context, input: Seen): Promise<Referral> {
  ctx.require('referrals:take-back')
  const referral = await ctx.store.get(Referral, input.id, input)
  const before = takenBack(ctx, referral, referralStepFields, referralTransitions[referral.status])
  const { at = ctx.now, messages = [] } = referral.formerly ?? {}
  const goesBack = before.navigator !== referral.navigator
  const [isBuiltOn, untold, theirs] = await Promise.all([
    hasEntriesSince(ctx, referral, at),
    messagesTakenBack(ctx, messages),
    goesBack ? handedOver(ctx, referral.id, before.navigator) : [],
  ])
  if (isBuiltOn) throw new PreconditionFailed()
  const facts = { from: referral.status, to: before.status, ...(goesBack && { navigator: before.navigator }) }
  return ctx.store.commit([change(Referral, referral, before, 'taken-back', facts), ...untold, ...theirs])
}

/** Goals, prescriptions and measures move no version of the referral, and rest on its status all the same. */
async function hasEntriesSince({ store }: Context, { id: referral }: Referral, at: string): Promise<boolean> {
  const entries = await store.asCustodian().queryAll<Entry>({ index: 'list', partition: `OF#${referral}` })
  return entries.some(({ setAt, proposedAt, recordedAt }) => (setAt ?? proposedAt ?? recordedAt ?? '') >= at)
}

/** When a goal, a prescription or a measure was put on the referral. */
type Entry = Partial<Pick<Goal, 'setAt'> & Pick<Prescription, 'proposedAt'> & Pick<Outcome, 'recordedAt'>>

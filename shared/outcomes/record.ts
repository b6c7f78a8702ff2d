import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { adjust, create } from '../db/event.ts'
import { Referral } from '../referrals/schema.ts'
import { checkAccepting, checkTaken } from './check.ts'
import { type Crisis, crisisOf } from './crisis.ts'
import { followUpsOf } from './follow-ups.ts'
import { instrumentInUse } from './in-use.ts'
import { afterRecording } from './schedule.ts'
import { Outcome, type OutcomeInput } from './schema.ts'
import { score } from './score.ts'
import { outcomeFacts, Series, seriesId, withOutcome } from './series.ts'

/** An outcome, and where help is when the client needs it now. */
export type RecordedOutcome = Outcome & Pick<Crisis, 'crisisHelp'>

/**
 * Puts the answers to an instrument on record, scored by its current version. The referral's first baseline schedules
 * the follow-ups; the first outcome of a follow-up's phase is that follow-up done; a score that asks for a clinician
 * makes a hand-off, due today.
 * @throws NotFound; InvalidInput `unknown-instrument` and as `checkTaken` has it; Conflict `instrument-off`,
 *   `referral-not-open`, `already-recorded` for a phase that has this instrument, `client-merged`.
 */
export async function recordOutcome(
  ctx: Context,
  { referral: id, ...input }: OutcomeInput & { readonly referral: string },
): Promise<RecordedOutcome> {
  ctx.require('outcomes:record')
  const instrument = instrumentInUse(ctx, input.instrument)
  const referral = await ctx.store.get(Referral, id)
  const [client, series, followUps] = await Promise.all([
    ctx.store.get(Client, referral.client),
    ctx.store.find(Series, seriesId(id, instrument.id)),
    followUpsOf(ctx, id),
  ])
  const taken = { ...input, takenOn: input.takenOn ?? ctx.today, locale: input.locale ?? client.locale }
  checkTaken(ctx, instrument, taken, { referral, client })
  checkAccepting(referral, followUps, input.phase)
  const outcome: Outcome = {
    ...taken,
    ...score(instrument, input.answers),
    id: ctx.id('outcome'),
    version: 1,
    client: referral.client,
    referral: id,
    instrumentVersion: instrument.version,
    status: 'recorded',
    recordedAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
  const after = withOutcome(series, outcome)
  const [steps, { changes, ...help }] = await Promise.all([
    afterRecording(ctx, referral, outcome, followUps),
    crisisOf(ctx, referral, instrument, outcome.flags),
  ])
  const recorded = { ...outcome, ...help }
  await ctx.store.commit(
    [
      create(Outcome, outcome, 'recorded', outcomeFacts(ctx, referral, outcome, after)),
      adjust(Series, series, after),
      ...steps.changes,
      ...changes,
    ],
    { checks: [clientIsActive(referral.client), ...steps.checks], answer: recorded },
  )
  return recorded
}

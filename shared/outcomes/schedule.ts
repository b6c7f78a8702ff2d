import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { adjust, type Change } from '../db/event.ts'
import { unchanged } from '../db/unchanged.ts'
import { Referral } from '../referrals/schema.ts'
import { followUpDates } from './follow-up.ts'
import { cancelled, endsFollowUps, followUpId, followUpStep } from './follow-ups.ts'
import { FollowUp, type Outcome } from './schema.ts'
import { Series, seriesOf } from './series.ts'

/** What an outcome does to the follow-ups, and what must still hold of what was read to tell so. */
export interface Steps {
  readonly changes: readonly Change[]
  readonly checks: readonly Check[]
}

/**
 * The first baseline of a referral schedules its follow-ups; the first outcome of a follow-up's phase is that follow-up
 * done, whatever the day.
 * @param followUps as they are kept.
 */
export async function afterRecording(
  ctx: Context,
  referral: Referral,
  outcome: Outcome,
  followUps: readonly FollowUp[],
): Promise<Steps> {
  if (outcome.phase === 'baseline') {
    const changes = await schedule(ctx, referral, outcome.takenOn, followUps)
    if (changes.length > 0) return { changes: [written(referral), ...changes], checks: [] }
    return { changes: [], checks: [inStatus(referral), ...followUps.map((one) => unchanged(FollowUp, one))] }
  }
  const own = followUps.find(({ phase }) => phase === outcome.phase)
  if (own?.status === 'due') return { changes: [done(ctx, own)], checks: [inStatus(referral)] }
  return { changes: [], checks: [inStatus(referral), ...(own ? [unchanged(FollowUp, own)] : [])] }
}

/**
 * Follow-ups that rested on this outcome alone: without any baseline none is due, and one without any outcome of its
 * phase is not done. Where another instrument's outcome bears it too, nothing changes.
 */
export async function afterRetracting(
  ctx: Context,
  referral: Referral,
  { instrument, phase }: Outcome,
  followUps: readonly FollowUp[],
): Promise<Steps> {
  const all = await seriesOf(ctx, referral.id)
  const bearer = all.find((series) => series.instrument !== instrument && series.recorded[phase])
  if (bearer) return { changes: [], checks: [inStatus(referral), unchanged(Series, bearer)] }
  if (phase === 'baseline') {
    const due = followUps.filter(({ status }) => status === 'due')
    return { changes: due.map(cancelled), checks: [inStatus(referral)] }
  }
  const own = followUps.find((followUp) => followUp.phase === phase && followUp.status === 'done')
  if (own === undefined) return { changes: [], checks: [inStatus(referral)] }
  const hasBaseline = all.some(({ recorded }) => recorded.baseline)
  if (endsFollowUps(referral) || !hasBaseline) return { changes: [cancelled(own)], checks: [inStatus(referral)] }
  const { doneAt: _, ...rest } = own
  return { changes: [written(referral), followUpStep(own, { ...rest, status: 'due' }, 'reopened')], checks: [] }
}

/** Those that are not there, or were cancelled with the baseline they counted from. */
async function schedule(
  ctx: Context,
  referral: Referral,
  baselineOn: string,
  followUps: readonly FollowUp[],
): Promise<Change[]> {
  const known = new Map(followUps.map((followUp) => [followUp.phase, followUp]))
  const open = followUpDates(baselineOn).filter(
    ({ phase }) => (known.get(phase)?.status ?? 'cancelled') === 'cancelled',
  )
  if (open.length === 0) return []
  const series = await seriesOf(ctx, referral.id)
  return open.map((dates) => {
    const isDone = series.some(({ recorded }) => recorded[dates.phase])
    const after = {
      ...dates,
      id: followUpId(referral.id, dates.phase),
      client: referral.client,
      referral: referral.id,
      ...(referral.navigator && { navigator: referral.navigator }),
      ...(isDone ? { status: 'done' as const, doneAt: ctx.now } : { status: 'due' as const }),
    }
    return followUpStep(known.get(dates.phase), after, 'scheduled')
  })
}

function done(ctx: Context, followUp: FollowUp): Change {
  return followUpStep(followUp, { ...followUp, status: 'done', doneAt: ctx.now }, 'done')
}

/** Whatever makes a follow-up due writes the referral too, so that it cannot pass an ending of it unseen. */
function written(referral: Referral): Change {
  return adjust(Referral, referral, { ...referral, version: referral.version + 1 })
}

function inStatus({ id, status }: Referral): Check {
  return { kind: Referral, id, status, refusal: () => new Contended() }
}

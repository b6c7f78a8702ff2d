import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import type { Facts } from '../db/event.ts'
import { kind } from '../db/kind.ts'
import { cohortFacts } from '../referrals/milestones.ts'
import type { Referral } from '../referrals/schema.ts'
import { instruments } from './instruments/index.ts'
import { type Outcome, type Phase, phases } from './schema.ts'

/**
 * What is on record of one instrument for one referral, by phase. Every outcome recorded or retracted writes it in the
 * same commit, so that a phase is recorded once, and a baseline and a follow-up make one pair, whoever comes first.
 */
export interface Series {
  /** `series_<referral's ULID>_<instrument>`. */
  readonly id: string
  readonly version: number
  readonly instrument: string
  readonly recorded: Readonly<Partial<Record<Phase, { readonly outcome: string; readonly score: number | null }>>>
}

export const Series = kind<Series>({ name: 'series', table: 'care' })

/** A baseline's score and that of one later phase, of the same instrument and referral. */
interface Pair {
  readonly phase: Phase
  readonly baseline: number
  readonly followUp: number
}

export function seriesId(referral: string, instrument: string): string {
  return `series_${referral.slice('referral_'.length)}_${instrument}`
}

/** Every instrument's series of a referral, of those that have one. Read consistently: follow-ups rest on it. */
export async function seriesOf(ctx: Context, referral: string): Promise<Series[]> {
  const ids = Object.keys(instruments).map((instrument) => seriesId(referral, instrument))
  const found = await Promise.all(ids.map((id) => ctx.store.find(Series, id)))
  return found.filter((series) => series !== undefined)
}

/** @throws Conflict `already-recorded` when the outcome's phase is taken. */
export function withOutcome(series: Series | undefined, outcome: Outcome): Series {
  const { id, referral, instrument, phase, score } = outcome
  if (series?.recorded[phase]) throw new Conflict('already-recorded', {}, { outcome: series.recorded[phase].outcome })
  return {
    id: seriesId(referral, instrument),
    version: (series?.version ?? 0) + 1,
    instrument,
    recorded: { ...series?.recorded, [phase]: { outcome: id, score } },
  }
}

export function withoutPhase(series: Series, phase: Phase): Series {
  const { [phase]: _, ...recorded } = series.recorded
  return { ...series, version: series.version + 1, recorded }
}

/**
 * What the figures need to know of an outcome: the cohort of its referral, and the pairs that come with it or, when it is
 * retracted, go with it.
 * @param series with the outcome in it.
 */
export function outcomeFacts(
  ctx: Context,
  referral: Referral,
  { phase }: Pick<Outcome, 'phase'>,
  series: Series,
): Facts {
  const { instrument, recorded } = series
  const { cohort } = cohortFacts(ctx, referral)
  const score = recorded[phase]?.score ?? null
  return { referral: referral.id, instrument, phase, score, cohort, pairs: pairsWith(series, phase) }
}

/**
 * Every outcome of a referral as the figures count it, each pair once: what they lose when the referral was entered in
 * error.
 */
export async function recordedFacts(ctx: Context, referral: string): Promise<Facts[]> {
  const all = await seriesOf(ctx, referral)
  return all.flatMap((series) =>
    phases.flatMap((phase) => {
      const entry = series.recorded[phase]
      const pairs = phase === 'baseline' ? [] : pairsWith(series, phase)
      return entry ? [{ instrument: series.instrument, phase, score: entry.score, pairs }] : []
    }),
  )
}

/** The pairs that the outcome of a phase is part of: all of them for the baseline, at most one for a later phase. */
function pairsWith({ recorded }: Series, phase: Phase): Pair[] {
  const baseline = recorded.baseline?.score ?? null
  if (baseline === null) return []
  const later = phases.filter((other) => other !== 'baseline' && (phase === 'baseline' || other === phase))
  return later.flatMap((other) => {
    const followUp = recorded[other]?.score ?? null
    return followUp === null ? [] : [{ phase: other, baseline, followUp }]
  })
}

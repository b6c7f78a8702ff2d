import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { date } from '../core/text.ts'
import { Referral } from '../referrals/schema.ts'
import { instrumentNamed } from './in-use.ts'
import type { Instrument } from './instrument.ts'
import { type Outcome, OutcomeSchema, phases } from './schema.ts'
import { compareScores, scaleOf } from './score.ts'

/** One score at the baseline and at a later phase. */
export const ComparisonSchema = z.strictObject({
  instrument: z.string().meta({ example: 'ucla-3' }),
  /** For an instrument whose items are never summed: the item. */
  item: z.string().optional(),
  phase: z.enum(phases).exclude(['baseline']),
  baselineOn: date,
  followUpOn: date,
  baseline: z.number(),
  followUp: z.number(),
  /** Follow-up less baseline: negative is a fall, whichever way is better. */
  change: z.number(),
  result: z.enum(['improved', 'same', 'worse']),
})
export type Comparison = z.infer<typeof ComparisonSchema>

/**
 * How each measure changed since the baseline: a line for every later phase where both have a score.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function compareOutcomes(
  ctx: Context,
  { referral }: { readonly referral: string },
): Promise<{ items: Comparison[] }> {
  ctx.require('outcomes:read')
  const [found] = await Promise.all([
    ctx.store.queryAll<Outcome>({ index: 'list', partition: `OF#${referral}`, begins: 'OUTCOME#' }),
    ctx.store.get(Referral, referral),
  ])
  const recorded = found.filter(({ status }) => status === 'recorded')
  const baselines = recorded.filter(({ phase }) => phase === 'baseline')
  return { items: baselines.flatMap((baseline) => laterThan(baseline, recorded)) }
}

function laterThan(baseline: Outcome, recorded: readonly Outcome[]): Comparison[] {
  const instrument = instrumentNamed(baseline.instrument)
  if (instrument === undefined) return []
  return OutcomeSchema.shape.phase.exclude(['baseline']).options.flatMap((phase) => {
    const later = recorded.find((other) => other.instrument === baseline.instrument && other.phase === phase)
    if (later === undefined) return []
    const between = { instrument: instrument.id, phase, baselineOn: baseline.takenOn, followUpOn: later.takenOn }
    return lines(instrument, baseline, later).map((line) => ({ ...between, ...line }))
  })
}

type Line = Pick<Comparison, 'item' | 'baseline' | 'followUp' | 'change' | 'result'>

/** One line for the score, or one an item; none where either has nothing to compare. */
function lines(instrument: Instrument, before: Outcome, after: Outcome): Line[] {
  const line = (baseline: number | null | undefined, followUp: number | null | undefined, item?: string): Line[] => {
    if (typeof baseline !== 'number' || typeof followUp !== 'number') return []
    const scale = item === undefined ? instrument : scaleOf(instrument, item)
    const result = compareScores(scale, baseline, followUp)
    return [{ ...(item !== undefined && { item }), baseline, followUp, change: followUp - baseline, result }]
  }
  if (instrument.rule.kind !== 'each') return line(before.score, after.score)
  return instrument.items.flatMap(({ id }) => line(before.scores?.[id], after.scores?.[id], id))
}

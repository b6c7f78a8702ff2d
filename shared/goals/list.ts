import type { Context } from '../core/context.ts'
import { Referral } from '../referrals/schema.ts'
import { tScore } from './attainment.ts'
import type { Goal } from './schema.ts'

/** The goals of a referral, and how far they were reached together. */
export interface Goals {
  readonly items: Goal[]
  /** GAS-Light's T over the active goals that were reviewed; null before the first review. */
  readonly tScore: number | null
}

/**
 * The goals of a referral in the order they were set, those entered in error among them, and their T-score.
 * @throws NotFound for a referral that is not this centre's.
 */
export async function listGoals(ctx: Context, { referral }: { readonly referral: string }): Promise<Goals> {
  ctx.require('goals:read')
  const [items] = await Promise.all([
    ctx.store.queryAll<Goal>({ index: 'list', partition: `OF#${referral}`, begins: 'GOAL#' }),
    ctx.store.get(Referral, referral),
  ])
  return { items, tScore: tScore(items.flatMap(attained)) }
}

function attained({ status, level, weight }: Goal) {
  return status === 'active' && level !== undefined ? [{ level, weight }] : []
}

import type { Context } from '../../../shared/core/context.ts'
import { Goal, reviewGoal } from '../../../shared/goals/index.ts'
import { instrumentNamed } from '../../../shared/outcomes/in-use.ts'
import { recordOutcome } from '../../../shared/outcomes/index.ts'
import type { Instrument, Item } from '../../../shared/outcomes/instrument.ts'
import type { Story } from './agenda.ts'
import type { Random } from './random.ts'
import { type Scene, seen } from './scene.ts'

/** The centre's measures, asked one after the other. Things tend to be better after three months, not for everybody. */
export async function measure(
  { centre, draw }: Scene,
  ctx: Context,
  referral: string,
  phase: 'baseline' | '3-months',
): Promise<void> {
  const wellness = phase === 'baseline' ? draw.int(15, 50) : draw.int(30, 85)
  for (const id of centre.settings.measures) {
    const instrument = instrumentNamed(id)
    if (instrument === undefined) continue
    const answers = Object.fromEntries(
      instrument.items.map((item) => [item.id, answer(draw, instrument, item, wellness / 100)]),
    )
    await recordOutcome(ctx, { referral, instrument: id, mode: 'assisted', phase, answers })
  }
}

/** The follow-up at three months: the same measures again, and a look back at the goal. */
export async function* followUp(scene: Scene, referral: string, goal: string, on: string): Story {
  const at = yield on
  const ctx = scene.by(scene.navigator, at)
  await measure(scene, ctx, referral, '3-months')
  await reviewGoal(ctx, { ...(await seen(ctx, Goal, goal)), level: scene.draw.pick([-1, 0, 0, 1, 1, 2] as const) })
}

function answer(draw: Random, { direction }: Instrument, item: Item, wellness: number): number | 'prefer-not-to-say' {
  if (draw.chance(0.03)) return 'prefer-not-to-say'
  const felt = Math.min(1, Math.max(0, wellness + draw.int(-15, 15) / 100))
  const height = direction === 'higher-better' ? felt : 1 - felt
  if (!('options' in item)) return Math.round(item.range.min + height * (item.range.max - item.range.min))
  const codes = item.options.map(({ code }) => code).sort((a, b) => a - b)
  return codes[Math.round(height * (codes.length - 1))] ?? 'prefer-not-to-say'
}

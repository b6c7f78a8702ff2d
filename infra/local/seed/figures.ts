import type { Context } from '../../../shared/core/context.ts'
import type { Event } from '../../../shared/db/event.ts'
import { foldEvents } from '../../../shared/insights/index.ts'
import type { Entry } from './ledger.ts'

/** Folds a centre's events into its figures, as the worker does with those that come later. */
export async function foldFigures(ctx: Context, entries: readonly Entry[]): Promise<void> {
  const events = entries.filter(
    ({ Item: { pk, sk } }) => String(pk).startsWith(`T#${ctx.tenant}#`) && String(sk).startsWith('EVENT#'),
  )
  await foldEvents(
    ctx,
    events.map(({ Item: { data } }) => data as Event),
  )
}

import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { type Staff, StaffSchema } from '../staff/schema.ts'
import { Count } from './schema.ts'
import { count } from './summary.ts'

/** Who a referral may be given to: the language that they work in, and how much they have to do already. */
export const Navigator = StaffSchema.pick({ id: true, name: true, locale: true }).extend({
  due: Count.shape.total,
  overdue: Count.shape.overdue,
  more: Count.shape.more,
})
export type Navigator = z.infer<typeof Navigator>

/**
 * The centre's active navigators by name, each with what is on their list: the staff, and a query for each of them, side
 * by side. Counted as the summary counts, without what is withheld from the caller.
 */
export async function listNavigators(ctx: Context): Promise<{ items: Navigator[] }> {
  ctx.require('referrals:assign')
  const staff = await ctx.store.queryAll<Staff>({ table: 'platform', index: 'list', partition: 'STAFF' })
  const byName = new Intl.Collator(`${ctx.locale}-CA`)
  const navigators = staff
    .filter(({ status, roles }) => status === 'active' && roles.includes('navigator'))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.id, b.id))
  return { items: await Promise.all(navigators.map((navigator) => loaded(ctx, navigator))) }
}

async function loaded(ctx: Context, { id, name, locale }: Staff): Promise<Navigator> {
  const { total: due, overdue, more } = await count(ctx, id)
  return { id, name, locale, due, overdue, more }
}

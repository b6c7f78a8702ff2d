import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import type { Page } from '../db/query.ts'
import { type Staff, StaffSchema } from './schema.ts'

/** What colleagues may know of each other: never an address or how somebody signs in. */
export const Colleague = StaffSchema.pick({ id: true, name: true, roles: true, locale: true })
export type Colleague = z.infer<typeof Colleague>

/** The centre's staff in one status, by name; the active ones unless said. */
export async function listStaff(
  ctx: Context,
  {
    status = 'active',
    ...page
  }: { readonly status?: Staff['status'] | undefined; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<Colleague>> {
  ctx.require('staff:read')
  const staff = await ctx.store.queryAll<Staff>({ table: 'platform', index: 'list', partition: 'STAFF' })
  const byName = new Intl.Collator(`${ctx.locale}-CA`)
  const wanted = staff
    .filter((member) => member.status === status)
    .map(({ id, name, roles, locale }) => ({ id, name, roles, locale }))
    .sort((a, b) => byName.compare(a.name, b.name) || byName.compare(a.id, b.id))
  return ctx.store.page(wanted, `STAFF#${status}#${ctx.locale}`, page)
}

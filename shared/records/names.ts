import type { Context } from '../core/context.ts'
import type { Locale } from '../core/text.ts'
import { ApiKey, Partner } from '../partners/schema.ts'
import { Staff } from '../staff/schema.ts'

/**
 * What people and organisations are called, by id: of staff, whoever has left too; of partners; of a partner's key, the
 * partner. An id that nobody has any more is left out.
 */
export async function namesOf(ctx: Context, ids: readonly string[], locale: Locale): Promise<Record<string, string>> {
  const of = (kind: string) => [...new Set(ids)].filter((id) => id.startsWith(`${kind}_`))
  const [staff, keys] = await Promise.all([
    ctx.store.findMany(Staff, of('staff')),
    ctx.store.findMany(ApiKey, of('key')),
  ])
  const partners = await ctx.store.findMany(Partner, [
    ...new Set([...of('partner'), ...keys.map(({ partner }) => partner)]),
  ])
  const named = new Map<string, string>([
    ...staff.map(({ id, name }) => [id, name] as const),
    ...partners.map(({ id, name }) => [id, name[locale]] as const),
  ])
  for (const { id, partner, name } of keys) named.set(id, named.get(partner) ?? name)
  return Object.fromEntries(named)
}

import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { unchanged } from '../db/unchanged.ts'
import { Staff } from './schema.ts'

/**
 * What must hold for somebody to stop being an active administrator: that there is another. Of two administrators who
 * take the role from each other at once, the second looks again.
 * @returns the checks to commit the step with; none where the person is no such administrator.
 * @throws Conflict `last-admin`.
 */
export async function anotherAdmin(ctx: Context, staff: Staff): Promise<Check[]> {
  if (!isAdmin(staff)) return []
  const all = await ctx.store.queryAll<Staff>({ table: 'platform', index: 'list', partition: 'STAFF' })
  for (const { id } of all.filter((other) => other.id !== staff.id && isAdmin(other))) {
    // An index may be a moment behind: who counts is read anew.
    const other = await ctx.store.find(Staff, id)
    if (other !== undefined && isAdmin(other)) return [unchanged(Staff, other)]
  }
  throw new Conflict('last-admin')
}

function isAdmin({ status, roles }: Staff): boolean {
  return status === 'active' && roles.includes('centre-admin')
}

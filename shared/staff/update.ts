import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { patched } from '../core/patch.ts'
import { change } from '../db/event.ts'
import { Roles } from './invite.ts'
import { anotherAdmin } from './last-admin.ts'
import { type Member, Staff, StaffSchema, shown } from './schema.ts'

/** Only what is named changes. */
export const UpdateStaffInput = z.strictObject({
  name: StaffSchema.shape.name.optional(),
  roles: Roles.optional(),
  locale: StaffSchema.shape.locale.optional(),
})
export type UpdateStaffInput = z.infer<typeof UpdateStaffInput>

/**
 * Changes a colleague's name, language or roles. It holds for every request within a minute.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `last-admin` when nobody else could administer
 *   the centre.
 */
export async function updateStaff(
  ctx: Context,
  { id, ifMatch, changes }: { readonly id: string; readonly ifMatch: number; readonly changes: UpdateStaffInput },
): Promise<Member> {
  ctx.require('staff:write')
  const staff = await ctx.store.get(Staff, id, { ifMatch })
  const after = patched(staff, changes)
  const checks = after.roles.includes('centre-admin') ? [] : await anotherAdmin(ctx, staff)
  const facts = { fields: Object.keys(changes), ...(changes.roles && { roles: changes.roles }) }
  const answer = shown(after)
  await ctx.store.commit([change(Staff, staff, after, 'updated', facts)], { checks, answer })
  return answer
}

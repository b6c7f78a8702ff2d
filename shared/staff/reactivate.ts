import type { Context } from '../core/context.ts'
import { Conflict, PreconditionFailed } from '../core/errors.ts'
import { change } from '../db/event.ts'
import type { SeenStaff } from './deactivate.ts'
import type { Beyond } from './people.ts'
import { type Member, Staff, shown } from './schema.ts'

/**
 * Somebody comes back, with the roles they had: active at once if they ever signed in, invited if not. Asking again for
 * somebody who is back tells the identity provider again.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `not-invited` for somebody whose invitation was
 *   refused, who has to be invited anew.
 */
export async function reactivateStaff(ctx: Context, { people }: Beyond, { id, ifMatch }: SeenStaff): Promise<Member> {
  ctx.require('staff:write')
  const staff = await ctx.store.get(Staff, id)
  if (staff.subject === undefined) throw new Conflict('not-invited')
  const back = staff.status === 'deactivated' ? await comeBack(ctx, staff, ifMatch) : staff
  await people.enable(staff.subject)
  return shown(back)
}

async function comeBack(ctx: Context, staff: Staff, ifMatch: number): Promise<Staff> {
  if (staff.version !== ifMatch) throw new PreconditionFailed()
  const status = staff.joinedAt === undefined ? 'invited' : 'active'
  const back: Staff = { ...staff, status, version: staff.version + 1 }
  return ctx.store.commit([change(Staff, staff, back, 'reactivated')], { answer: shown(back) })
}

import type { Context } from '../core/context.ts'
import { PreconditionFailed } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { anotherAdmin } from './last-admin.ts'
import type { Beyond } from './people.ts'
import { type Member, Staff, shown } from './schema.ts'

/** A colleague whom the caller has seen in this version. */
export interface SeenStaff {
  readonly id: string
  readonly ifMatch: number
}

/**
 * Somebody leaves: within a minute nothing here opens to them, and the identity provider lets nobody sign in as them.
 * Our own word comes first, since it holds even while the provider cannot be reached; asking again for somebody who was
 * deactivated before tells the provider again.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `last-admin`.
 */
export async function deactivateStaff(
  ctx: Context,
  { people, system }: Beyond,
  { id, ifMatch }: SeenStaff,
): Promise<Member> {
  ctx.require('staff:write')
  const staff = await ctx.store.get(Staff, id)
  const gone = staff.status === 'deactivated' ? staff : await leave(ctx, staff, ifMatch)
  if (gone.subject !== undefined) {
    await people.disable(gone.subject)
    await system.signOut(gone.subject, ctx.now)
  }
  return shown(gone)
}

async function leave(ctx: Context, staff: Staff, ifMatch: number): Promise<Staff> {
  if (staff.version !== ifMatch) throw new PreconditionFailed()
  const checks = await anotherAdmin(ctx, staff)
  const gone: Staff = { ...staff, status: 'deactivated', version: staff.version + 1 }
  return ctx.store.commit([change(Staff, staff, gone, 'deactivated')], { checks, answer: shown(gone) })
}

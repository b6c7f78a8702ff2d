import type { Context } from '../core/context.ts'
import { Contended } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { Staff } from './schema.ts'

/**
 * Somebody who was invited has proved to the identity provider who they are: from now on they are active.
 * @returns the person as on file; undefined when there is none.
 */
export async function arrive(ctx: Context, id: string): Promise<Staff | undefined> {
  const staff = await ctx.store.find(Staff, id)
  // Without a subject on file the invitation is not complete, whoever vouches for what.
  if (staff?.status !== 'invited' || staff.subject === undefined) return staff
  const joined: Staff = { ...staff, status: 'active', joinedAt: ctx.now, version: staff.version + 1 }
  try {
    return await ctx.store.commit([{ ...change(Staff, staff, joined, 'joined'), contended: true }])
  } catch (error) {
    // Two first requests at once, or an administrator who was quicker.
    if (error instanceof Contended) return ctx.store.find(Staff, id)
    throw error
  }
}

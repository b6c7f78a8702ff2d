import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict, Refusal } from '../core/errors.ts'
import { patched } from '../core/patch.ts'
import { change } from '../db/event.ts'
import { described, type Me, ofPerson } from './me.ts'
import { Preferences, Staff, StaffSchema } from './schema.ts'

/** Only what is named changes. */
export const UpdateMeInput = z.strictObject({
  locale: StaffSchema.shape.locale.optional(),
  preferences: Preferences.optional(),
})
export type UpdateMeInput = z.infer<typeof UpdateMeInput>

/**
 * Changes what is a person's own to choose: their language, and how the console behaves for them. Nobody names a version
 * of themselves; of two changes at once the later stands.
 * @throws Refusal 403 `persons-only` for a key; Conflict `offboarding-begun` where the centre is leaving.
 */
export async function updateMe(ctx: Context, changes: UpdateMeInput): Promise<Me> {
  if (ctx.actor.kind !== 'person') throw new Refusal('persons-only', 403)
  if (ctx.centre.status === 'leaving') throw new Conflict('offboarding-begun')
  const staff = await ctx.store.get(Staff, ctx.actor.id)
  const after = patched(staff, changes)
  const answer = described(ctx, ofPerson(after))
  const facts = { fields: Object.keys(changes) }
  await ctx.store.commit([{ ...change(Staff, staff, after, 'updated', facts), contended: true }], { answer })
  return answer
}

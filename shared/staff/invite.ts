import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { staffRoles } from '../core/permissions.ts'
import { change } from '../db/event.ts'
import type { Beyond } from './people.ts'
import { Address, addressId, engage, type Member, Staff, StaffSchema, shown } from './schema.ts'

/** Roles at a centre: nobody there can make somebody one of the Alliance's. */
export const Roles = z
  .array(z.enum(staffRoles))
  .min(1)
  .max(staffRoles.length)
  .refine((roles) => new Set(roles).size === roles.length, { params: { code: 'twice' } })

export const InviteInput = StaffSchema.pick({ name: true, email: true, locale: true }).extend({ roles: Roles })
export type InviteInput = z.infer<typeof InviteInput>
type Invitation = Pick<Staff, 'name' | 'email' | 'locale' | 'roles'>

/**
 * Invites a colleague: they find a message in their mail, sign in, and are at work in this centre. Asking again for an
 * address whose invitation was not taken up yet sends it again, with the name and roles that are asked for now.
 * @throws Conflict `on-staff` for the address of somebody who is or was on the staff, `address-taken` for one who works
 *   at another centre.
 */
export async function inviteColleague(ctx: Context, beyond: Beyond, input: InviteInput): Promise<Member> {
  ctx.require('staff:write')
  await ctx.store.refuseRepeat()
  return invite(ctx, beyond, input)
}

/**
 * The invitation itself, in the order in which it may be cut short anywhere and finished by asking again:
 *
 * 1. the person is put on file as `invited`, without a subject: opens nothing;
 * 2. the identity provider makes them known, or says by which subject it knows them: opens nothing here either;
 * 3. the subject is bound to this centre, unless it is bound to another: then step 1 is taken back;
 * 4. the file says so: the invitation is complete.
 */
export async function invite(ctx: Context, { people, system }: Beyond, input: Invitation): Promise<Member> {
  const staff = await onFile(ctx, input)
  const { subject, isNew } = await people.invite({ ...staff, ...input })
  try {
    await system.registerPerson({ subject, tenant: ctx.tenant, staff: staff.id })
  } catch (error) {
    if (error instanceof Conflict) await takeBack(ctx, staff)
    throw error
  }
  if (!isNew) await people.remind({ ...staff, ...input })
  const { name, email, locale, roles } = input
  const invited: Staff = {
    ...staff,
    name,
    email,
    locale,
    roles,
    subject,
    status: 'invited',
    version: staff.version + 1,
  }
  const sent = { ...change(Staff, staff, invited, 'invitation-sent', { roles }), contended: true }
  const answer = shown(invited)
  await ctx.store.commit([sent], { answer })
  return answer
}

/** The person as on file: put there now, or by an invitation that was not taken up or not finished. */
async function onFile(ctx: Context, { name, email, roles, locale }: Invitation): Promise<Staff> {
  const known = await ctx.store.find(Address, addressId(email))
  if (known === undefined) {
    const staff: Staff = { id: ctx.id('staff'), version: 1, name, email, roles, locale, status: 'invited' }
    return ctx.store.commit(engage(staff), { partial: true })
  }
  const staff = await ctx.store.get(Staff, known.staff)
  const isOpen = staff.status === 'invited' || staff.subject === undefined
  if (!isOpen) throw new Conflict('on-staff', {}, { staff: staff.id })
  return staff
}

async function takeBack(ctx: Context, staff: Staff): Promise<void> {
  const back: Staff = { ...staff, status: 'deactivated', version: staff.version + 1 }
  const refused = { ...change(Staff, staff, back, 'invitation-refused'), contended: true }
  await ctx.store.commit([refused], { partial: true })
}

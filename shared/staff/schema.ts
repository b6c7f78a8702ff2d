import { createHash } from 'node:crypto'
import * as z from 'zod'
import { allianceRoles, staffRoles } from '../core/permissions.ts'
import { id, instant, locale, text } from '../core/text.ts'
import { adjust, type Change, create } from '../db/event.ts'
import { type Entity, kind } from '../db/kind.ts'

/** What somebody chose for themselves. */
export const Preferences = z.strictObject({
  /** Whether single keys do something in the console: not for whoever dictates, or types by switch. */
  shortcuts: z.boolean(),
})

/** A person who works for one centre (or for the Alliance), with any number of roles. */
export const StaffSchema = z.strictObject({
  id: id('staff'),
  version: z.int().positive(),
  name: text(120),
  email: z.email().max(200),
  roles: z.array(z.enum([...staffRoles, ...allianceRoles])).max(7),
  locale,
  /** Where they differ from how everybody begins. */
  preferences: Preferences.optional(),
  /** `invited` until the first time that they sign in. */
  status: z.enum(['invited', 'active', 'deactivated']),
  /** The identity provider's `sub`, once it has been issued. */
  subject: text(200).optional(),
  joinedAt: instant.optional(),
})
export type Staff = z.infer<typeof StaffSchema>

export const Staff = kind<Staff>({
  name: 'staff',
  table: 'platform',
  indexes: (staff) => ({ list: ['STAFF', staff.id] }),
})

/** Whose a mail address is: one person of a centre at most. */
export interface Address extends Entity {
  readonly staff: string
}

export const Address = kind<Address>({ name: 'address', table: 'platform' })

/** An address is found by its digest, whatever the case of its letters: no address is in a key. */
export function addressId(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex')
}

/** Puts somebody new on the staff, the only one with their address: of two who do so at once, the later looks again. */
export function engage(staff: Staff): [Change<Staff>, Change] {
  const { id, email, roles } = staff
  const address: Address = { id: addressId(email), version: 1, staff: id }
  return [create(Staff, staff, 'invited', { roles }), adjust(Address, undefined, address)]
}

/** A colleague as an administrator sees them: all but what is theirs, and how the identity provider knows them. */
export const Member = StaffSchema.omit({ subject: true, preferences: true })
export type Member = z.infer<typeof Member>

export function shown({ subject: _, preferences: __, ...member }: Staff): Member {
  return member
}

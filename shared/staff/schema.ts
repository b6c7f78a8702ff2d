import * as z from 'zod'
import { allianceRoles, staffRoles } from '../core/permissions.ts'
import { id, locale, text } from '../core/text.ts'
import { kind } from '../db/kind.ts'

/** A person who works for one centre (or for the Alliance), with any number of roles. */
export const StaffSchema = z.strictObject({
  id: id('staff'),
  version: z.int().positive(),
  name: text(120),
  email: z.email().max(200),
  roles: z.array(z.enum([...staffRoles, ...allianceRoles])).max(7),
  locale,
  status: z.enum(['invited', 'active', 'deactivated']),
  /** The identity provider's `sub`, once it has been issued. */
  subject: text(200),
})
export type Staff = z.infer<typeof StaffSchema>

export const Staff = kind<Staff>({
  name: 'staff',
  table: 'platform',
  indexes: (staff) => ({ list: ['STAFF', staff.id] }),
})

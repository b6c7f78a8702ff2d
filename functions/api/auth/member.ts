import type { Centre } from '../../../shared/centres/schema.ts'
import type { Context } from '../../../shared/core/context.ts'
import { type Permission, permissionsOfRoles } from '../../../shared/core/permissions.ts'
import type { Staff } from '../../../shared/staff/schema.ts'

/** Who acts at which centre, as far as a request's context needs to know. */
export type Member = Pick<Context, 'actor' | 'permissions' | 'centre' | 'locale'>

/** All that is left to do in a centre that leaves: to see how far it is. */
const whileLeaving: Permission = 'centre:offboard'

/**
 * What somebody of the staff is and may do; undefined unless they and their centre are active. Of a centre that leaves,
 * an administrator still sees how far that is.
 */
export function memberOf(staff: Staff | undefined, centre: Centre | undefined): Member | undefined {
  if (staff?.status !== 'active' || centre === undefined) return undefined
  const held = permissionsOfRoles(staff.roles)
  const isLeaving = centre.status === 'leaving' && held.has(whileLeaving)
  if (centre.status !== 'active' && !isLeaving) return undefined
  return {
    actor: { id: staff.id, kind: 'person', roles: staff.roles },
    permissions: isLeaving ? new Set([whileLeaving]) : held,
    centre,
    locale: staff.locale,
  }
}

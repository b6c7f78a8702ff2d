import { newId } from '../../../shared/core/ids.ts'
import { arrive } from '../../../shared/staff/arrive.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import { contextFor, type Deps } from '../deps.ts'

/**
 * A person on file, for whom the identity provider has just vouched: whoever was only invited is active from now on.
 * @returns undefined for nobody, and for somebody with nowhere to arrive: the centre is suspended, or their invitation
 *   is not complete yet.
 */
export async function arrived(deps: Deps, tenant: string, id: string, now: string): Promise<Staff | undefined> {
  const { system } = deps
  const staff = await system.findStaff(tenant, id)
  if (staff?.status !== 'invited') return staff
  const centre = await system.findCentre(tenant)
  if (centre?.status !== 'active') return undefined
  const actor = { id, kind: 'person', roles: staff.roles } as const
  const who = { actor, permissions: new Set<never>(), centre, locale: staff.locale }
  const ctx = contextFor(deps, who, { requestId: newId('request', now), purpose: 'signIn', now })
  const there = await arrive(ctx, id)
  return there?.status === 'invited' ? undefined : there
}

import { contextFor, type Deps } from '../../functions/api/deps.ts'
import type { Staff } from '../../shared/staff/schema.ts'
import { alliance } from '../alliance.ts'
import type { SignInPerson } from './identity.ts'

/** Everybody who may be signed in as, centre by centre, the Alliance's people last. */
export async function signInPeople(deps: Deps): Promise<readonly SignInPerson[]> {
  const centres = await deps.system.centres()
  const staffs = await Promise.all([...centres.map(({ id }) => id), alliance.id].map((id) => staffOf(deps, id)))
  return staffs.flat()
}

async function staffOf(deps: Deps, tenant: string): Promise<SignInPerson[]> {
  const centre = await deps.system.findCentre(tenant)
  if (centre === undefined) return []
  const actor = { id: 'system', kind: 'system', roles: [] } as const
  const asked = { requestId: 'people', purpose: 'signInPeople', now: deps.now() }
  const { store } = contextFor(deps, { actor, permissions: new Set(), centre, locale: centre.locale }, asked)
  const staff = await store.queryAll<Staff>({ table: 'platform', index: 'list', partition: 'STAFF' })
  return staff.flatMap(({ status, subject, name, roles, locale }) =>
    status === 'deactivated' || subject === undefined
      ? []
      : [{ subject, name, roles, centre: centre.name[centre.locale], centreId: tenant, locale }],
  )
}

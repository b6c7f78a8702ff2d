import { randomUUID } from 'node:crypto'
import { monotonicFactory } from 'ulid'
import type { Centre } from '../../../shared/centres/schema.ts'
import { type Actor, type Context, newContext } from '../../../shared/core/context.ts'
import { type Permission, permissionsOfRoles, permissionsOfScopes } from '../../../shared/core/permissions.ts'
import type { Locale } from '../../../shared/core/text.ts'
import type { Database } from '../../../shared/db/database.ts'
import { TenantStore } from '../../../shared/db/store.ts'
import { SystemStore } from '../../../shared/db/system-store.ts'
import type { ApiKey } from '../../../shared/partners/schema.ts'
import type { Staff } from '../../../shared/staff/schema.ts'

/** Makes the contexts in which the seed's people act, with their own permissions, at the instant of the act. */
export interface Stage {
  readonly system: SystemStore
  person(centre: Centre, staff: Staff, at: string): Context
  partner(centre: Centre, key: Pick<ApiKey, 'id' | 'scopes' | 'partner'>, at: string): Context
  /** The product itself. */
  itself(centre: Centre, at: string): Context
}

export function newStage(environment: string, database: Database): Stage {
  // Ids sort by time, and this time is long past: the product's own ids never go back.
  const ulid = monotonicFactory()
  const act = (centre: Centre, actor: Actor, permissions: ReadonlySet<Permission>, locale: Locale, now: string) => {
    const id = (kind: string) => `${kind}_${ulid(Date.parse(now))}`
    const scope = { tenant: centre.id, actor, now, requestId: id('request'), purpose: 'seed', id, token: randomUUID }
    return newContext({
      environment,
      scope,
      actor,
      permissions,
      centre,
      locale,
      store: (bound) => new TenantStore(database, bound),
    })
  }
  return {
    system: new SystemStore(database),
    person: (centre, { id, roles, locale }, at) =>
      act(centre, { id, kind: 'person', roles }, permissionsOfRoles(roles), locale, at),
    partner: (centre, { id, scopes, partner }, at) =>
      act(centre, { id, kind: 'partner', roles: scopes, partner }, permissionsOfScopes(scopes), centre.locale, at),
    itself: (centre, at) => act(centre, { id: 'system', kind: 'system', roles: [] }, new Set(), centre.locale, at),
  }
}

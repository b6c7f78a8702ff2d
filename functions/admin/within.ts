import { randomUUID } from 'node:crypto'
import type { Centre, Registry } from '../../shared/centres/index.ts'
import type { Context } from '../../shared/core/context.ts'
import { TenantStore } from '../../shared/db/store.ts'
import type { Beyond } from '../../shared/staff/people.ts'
import { contextFor, type Deps } from '../api/deps.ts'

/** Where the Alliance's caller takes on and suspends centres: the registry, and each centre's part of the platform. */
export function registryOf(deps: Deps, ctx: Context, purpose: string): Registry & Beyond {
  const { system, people } = deps
  const { actor, locale, requestId, now } = ctx
  const within = (centre: Centre) =>
    contextFor(deps, { actor, permissions: new Set(), centre, locale }, { requestId, purpose, now })
  return { system, people, within }
}

/** The way to any centre's audit log, in the name of the Alliance's caller. */
export function trailsOf({ databaseOf }: Deps, ctx: Context, purpose: string): (tenant: string) => TenantStore {
  const { actor, now, today, requestId, id } = ctx
  return (tenant) =>
    new TenantStore(databaseOf(tenant), { tenant, actor, now, today, requestId, purpose, id, token: randomUUID })
}

import type { Centre } from '../centres/schema.ts'
import type { StoreScope } from '../db/commit.ts'
import type { TenantStore } from '../db/store.ts'
import { Forbidden } from './errors.ts'
import type { Permission } from './permissions.ts'
import type { Locale } from './text.ts'
import { dateIn } from './time.ts'

/** Who acts: a member of staff, a partner organisation's key, or the product itself. */
export interface Actor {
  readonly id: string
  readonly kind: 'person' | 'partner' | 'system'
  readonly roles: readonly string[]
  /** The partner organisation that a key belongs to. */
  readonly partner?: string
}

/**
 * Everything a command may depend on beside its input. Made once a request, handed down explicitly; nothing below it
 * reads a clock, mints an id or reaches a table any other way.
 */
export interface Context {
  /** Which installation this is (`local`, `prod`): part of every API key, so that one is of no use in another. */
  readonly environment: string
  readonly tenant: string
  readonly actor: Actor
  readonly permissions: ReadonlySet<Permission>
  readonly centre: Centre
  readonly store: TenantStore
  /** ISO instant with milliseconds. */
  readonly now: string
  /** Today in the centre's zone, `YYYY-MM-DD`. */
  readonly today: string
  readonly locale: Locale
  readonly requestId: string
  id(kind: string): string
  /** @throws Forbidden, naming the permission, when the actor lacks it. */
  require(permission: Permission): void
}

/** What a context is made from. */
export interface ContextParts {
  readonly environment: string
  readonly scope: Omit<StoreScope, 'today'>
  readonly actor: Actor
  readonly permissions: ReadonlySet<Permission>
  readonly centre: Centre
  readonly locale: Locale
  store(scope: StoreScope): TenantStore
}

export function newContext(parts: ContextParts): Context {
  const { environment, actor, permissions, centre, locale } = parts
  const scope = { ...parts.scope, today: dateIn(centre.zone, parts.scope.now) }
  return {
    environment,
    tenant: scope.tenant,
    actor,
    permissions,
    centre,
    store: parts.store(scope),
    now: scope.now,
    today: scope.today,
    locale,
    requestId: scope.requestId,
    id: scope.id,
    require: (permission) => {
      if (!permissions.has(permission)) throw new Forbidden(permission)
    },
  }
}

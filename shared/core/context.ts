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
  /** None for a token or a key. */
  readonly session?: SessionEnd
  id(kind: string): string
  /** @throws Forbidden, naming the permission, when the actor lacks it. */
  require(permission: Permission): void
}

/** How long a caller who is signed in by cookie stays so. */
export interface SessionEnd {
  /** ISO instant at which it ends, however much it is used. */
  readonly endsAt: string
  /** Minutes without a request after which it ends before that. */
  readonly idleMinutes: number
}

/** What a context is made from. */
export interface ContextParts {
  readonly environment: string
  readonly scope: Omit<StoreScope, 'today'>
  readonly actor: Actor
  readonly permissions: ReadonlySet<Permission>
  readonly centre: Centre
  readonly locale: Locale
  readonly session?: SessionEnd
  store(scope: StoreScope): TenantStore
}

export function newContext(parts: ContextParts): Context {
  const { environment, actor, permissions, centre, locale, session } = parts
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
    ...(session && { session }),
    id: scope.id,
    require: (permission) => {
      if (!permissions.has(permission)) throw new Forbidden(permission)
    },
  }
}

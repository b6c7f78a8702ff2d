import { randomUUID } from 'node:crypto'
import { type Context, newContext } from '../../shared/core/context.ts'
import { newId } from '../../shared/core/ids.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { TenantStore } from '../../shared/db/store.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { type TenantDatabases, tenantDatabases } from '../../shared/db/tenant-databases.ts'
import { type Config, readConfig } from './config.ts'

/** What the app is made from: its settings, its way to data, its clock. */
export interface Deps {
  readonly config: Config
  /** Under the function's own role: for look-ups before a tenant is known. */
  readonly database: Database
  readonly databaseOf: TenantDatabases
  readonly system: SystemStore
  /** What else must be up where this runs, by name: a check that throws when it is not. */
  readonly parts: Readonly<Record<string, () => Promise<unknown>>>
  /** ISO instant with milliseconds. */
  now(): string
}

export function makeDeps(env: Record<string, string | undefined>): Deps {
  const config = readConfig(env)
  const database = connect({
    prefix: config.tablePrefix,
    cursorSecret: config.cursorSecret,
    ...(config.databaseEndpoint && {
      client: {
        endpoint: config.databaseEndpoint,
        region: 'ca-central-1',
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
    }),
  })
  return {
    config,
    database,
    databaseOf: tenantDatabases(database, config.tenantRole),
    system: new SystemStore(database),
    parts: {},
    now: () => new Date().toISOString(),
  }
}

type Who = Pick<Context, 'actor' | 'permissions' | 'centre' | 'locale'>
type Asked = { requestId: string; purpose: string; now: string; idempotency?: { key: string; digest: string } }

/** The context of one request: the caller's tenant bound to a store, the clock stopped at the request's instant. */
export function contextFor(deps: Deps, who: Who, asked: Asked): Context {
  const scope = {
    tenant: who.centre.id,
    actor: who.actor,
    ...asked,
    id: (kind: string) => newId(kind, asked.now),
    token: randomUUID,
  }
  const { environment } = deps.config
  return newContext({
    ...who,
    environment,
    scope,
    store: (bound) => new TenantStore(deps.databaseOf(bound.tenant), bound),
  })
}

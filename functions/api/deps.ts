import { randomUUID } from 'node:crypto'
import { type Context, newContext } from '../../shared/core/context.ts'
import { newId } from '../../shared/core/ids.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { TenantStore } from '../../shared/db/store.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import { type TenantDatabases, tenantDatabases, type Ways } from '../../shared/db/tenant-databases.ts'
import type { People } from '../../shared/staff/people.ts'
import { type Config, readConfig } from './config.ts'
import { Limiter } from './limits/limiter.ts'
import { peopleAtCognito, peopleOnFile } from './people.ts'

/** What the app is made from: its settings, its way to data, its clock. */
export interface Deps {
  readonly config: Config
  /** Under the function's own role: for look-ups before a tenant is known. */
  readonly database: Database
  readonly databaseOf: TenantDatabases
  readonly system: SystemStore
  /** Counts what callers use; nobody's requests are counted without it. */
  readonly limiter?: Limiter
  readonly people: People
  /** Where a function that may not touch client data keeps what it answered. */
  readonly answersIn?: 'platform'
  /** What else must be up where this runs, by name: a check that throws when it is not. */
  readonly parts: Readonly<Record<string, () => Promise<unknown>>>
  /** ISO instant with milliseconds. */
  now(): string
}

/** @param ways to data, where they are not those that the environment has credentials for. */
export function makeDeps(env: Record<string, string | undefined>, ways?: Ways): Deps {
  const config = readConfig(env)
  const { database, databaseOf } = ways ?? waysFrom(config)
  const system = new SystemStore(database)
  return {
    config,
    database,
    databaseOf,
    system,
    people: config.userPool === undefined ? peopleOnFile : peopleAtCognito(config.userPool),
    limiter: new Limiter(system, config.cursorSecret),
    parts: {},
    now: () => new Date().toISOString(),
  }
}

function waysFrom({ tablePrefix: prefix, cursorSecret, databaseEndpoint: endpoint, tenantRole }: Config): Ways {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = endpoint && { client: { endpoint, region: 'ca-central-1', credentials } }
  const database = connect({ prefix, cursorSecret, ...client })
  return { database, databaseOf: tenantDatabases(database, tenantRole) }
}

type Means = Pick<Deps, 'databaseOf' | 'answersIn'> & { readonly config: Pick<Config, 'environment'> }
type Who = Pick<Context, 'actor' | 'permissions' | 'centre' | 'locale' | 'session'>
type Asked = { requestId: string; purpose: string; now: string; idempotency?: { key: string; digest: string } }

/** The context of one request: the caller's tenant bound to a store, the clock stopped at the request's instant. */
export function contextFor(deps: Means, who: Who, asked: Asked): Context {
  const scope = {
    tenant: who.centre.id,
    actor: who.actor,
    ...asked,
    ...(deps.answersIn && { answersIn: deps.answersIn }),
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

import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose'
import { inject } from 'vitest'
import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { type Deps, makeDeps } from '../../functions/api/deps.ts'
import type { FunctionName } from '../../infra/bundle.ts'
import { prefix, region } from '../../infra/place.ts'
import { connect, type Database } from '../../shared/db/database.ts'
import { SystemStore } from '../../shared/db/system-store.ts'
import type { Ways } from '../../shared/db/tenant-databases.ts'
import { Enforcer } from './enforcer.ts'

const issuer = 'https://identity.test'
const clientId = 'rx-console'
const cursorSecret = 'a secret of the tests that is long enough'

/** The instant at which tests take place, unless they move it: a Saturday in November, eastern standard time. */
const start = '2026-11-21T15:00:00.000Z'

export interface TestApi {
  readonly app: ReturnType<typeof createApp>
  /** The Alliance's app. */
  readonly adminApp: ReturnType<typeof createAdminApp>
  readonly deps: Deps
  readonly adminDeps: Deps
  /** The worker's connection in its own name, which keeps the figures. */
  readonly worker: Database
  /** The hand of whoever runs the platform, held back by no policy: for what no function of the product may set up. */
  readonly unenforced: { readonly database: Database; readonly system: SystemStore }
  /** The identity provider's public keys. */
  readonly keys: JWTVerifyGetKey
  /** A bearer token as the identity provider would sign it. */
  token(
    subject: string,
    claims?: Record<string, unknown>,
    header?: Record<string, unknown>,
    key?: CryptoKey,
  ): Promise<string>
  /** Moves the clock forward. */
  pass(time: { days?: number; hours?: number; minutes?: number; seconds?: number }): void
}

/**
 * The very apps that Lambda runs, over the run's engine, with their own clock and their own signing keys. What they ask
 * of the database is refused unless the policies of the synthesised stacks allow it.
 */
export function testApi(): Promise<TestApi> {
  const endpoint = inject('databaseEndpoint')
  enforcer ??= new Enforcer(endpoint, inject('roles'))
  const aws = enforcer
  return apiAt(endpoint, (name) => aws.waysOf(name, cursorSecret))
}

let enforcer: Enforcer | undefined

/**
 * The same over any engine.
 * @param waysOf each function's ways to data; one way for all, held back by no policy, unless given.
 */
export async function apiAt(databaseEndpoint: string, waysOf?: (name: FunctionName) => Ways): Promise<TestApi> {
  const { publicKey, privateKey } = await signingKeys
  let now = Date.parse(start)
  const database = connect({
    prefix,
    cursorSecret,
    client: { region, endpoint: databaseEndpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } },
  })
  const depsOf = (name: FunctionName): Deps => {
    const environment = {
      RXC_ENV: 'test',
      TABLE_PREFIX: prefix,
      CURSOR_SECRET: cursorSecret,
      PUBLIC_URL: 'https://rx.test',
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_JWKS_URL: `${issuer}/jwks`,
      OIDC_AUDIENCE: 'rx-api',
    }
    const ways = waysOf?.(name) ?? { database, databaseOf: () => database }
    // Each request is a millisecond after the one before, as on a clock.
    return { ...makeDeps(environment, ways), now: () => new Date(now++).toISOString() }
  }
  const deps = depsOf('api')
  const adminDeps = once(() => depsOf('admin'))
  const adminApp = once(() => createAdminApp(adminDeps(), keys))
  const worker = once(() => depsOf('events').database)
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }] })
  return {
    app: createApp(deps, keys),
    get adminApp() {
      return adminApp()
    },
    deps,
    get adminDeps() {
      return adminDeps()
    },
    get worker() {
      return worker()
    },
    unenforced: { database, system: new SystemStore(database) },
    keys,
    token: (subject, claims = {}, header = {}, key = privateKey) => {
      const seconds = Math.floor(now / 1000)
      const usual = { iss: issuer, aud: 'rx-api', client_id: clientId, iat: seconds, exp: seconds + 400 * 86_400 }
      return new SignJWT({ ...usual, sub: subject, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'test', typ: 'at+jwt', ...header })
        .sign(key)
    },
    pass: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000
    },
  }
}

/** Makes a thing when it is first asked for: most tests have no use for it. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}

export const signingKeys = generateKeyPair('ES256', { extractable: true })

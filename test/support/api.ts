import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose'
import { inject } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { type Deps, makeDeps } from '../../functions/api/deps.ts'

const issuer = 'https://identity.test'
const clientId = 'rx-console'

/** The instant at which tests take place, unless they move it: a Saturday in November, eastern standard time. */
const start = '2026-11-21T15:00:00.000Z'

export interface TestApi {
  readonly app: ReturnType<typeof createApp>
  readonly deps: Deps
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

/** The very app that Lambda runs, over the run's engine, with its own clock and its own signing keys. */
export function testApi(): Promise<TestApi> {
  return apiAt(inject('databaseEndpoint'))
}

/** The same over any engine. */
export async function apiAt(databaseEndpoint: string): Promise<TestApi> {
  const { publicKey, privateKey } = await signingKeys
  let now = Date.parse(start)
  const real = makeDeps({
    RXC_ENV: 'test',
    TABLE_PREFIX: 'test',
    DYNAMODB_ENDPOINT: databaseEndpoint,
    CURSOR_SECRET: 'a secret of the tests that is long enough',
    PUBLIC_URL: 'https://rx.test',
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_JWKS_URL: `${issuer}/jwks`,
    OIDC_AUDIENCE: 'rx-api',
  })
  // Each request is a millisecond after the one before, as on a clock.
  const deps = { ...real, now: () => new Date(now++).toISOString() }
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }] })
  return {
    app: createApp(deps, keys),
    deps,
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

export const signingKeys = generateKeyPair('ES256', { extractable: true })

import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { Unauthenticated } from '../../../shared/core/errors.ts'
import type { Config } from '../config.ts'
import { remembered } from './cache.ts'

/** Seconds that the provider's clock and ours may differ. */
const skewSeconds = 60

interface SignedToken {
  readonly subject: string
  /** Epoch second. */
  readonly expires: number
  /** ISO instant, to the second. */
  readonly issuedAt: string
}

/** Checks access tokens. Keys are fetched once and again only for a key id not yet known, at most every 30 s. */
export function tokenVerifier(oidc: Config['oidc'], keys: JWTVerifyGetKey = remoteKeys(oidc.jwksUrl)) {
  const check = remembered((now, token = '') => signedToken(token, now))

  /**
   * @returns the subject of a token that is signed by the issuer, current (60 s of clock skew), an access token, and
   *   meant for this product. Its signature is checked once a minute, its expiry every time.
   * @throws Unauthenticated for anything else.
   */
  return async function verify(token: string, now: string): Promise<SignedToken> {
    const signed = await check(now, token)
    if (signed === undefined || Date.parse(now) / 1000 > signed.expires + skewSeconds) throw new Unauthenticated()
    return signed
  }

  async function signedToken(token: string, now: string): Promise<SignedToken | undefined> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: oidc.issuer,
        clockTolerance: skewSeconds,
        currentDate: new Date(now),
        algorithms: ['RS256', 'ES256'],
        requiredClaims: ['exp', 'iat', 'sub'],
      })
      // Cognito says what a token is for in `token_use`, RFC 9068 in `typ`.
      const isAccess =
        payload.token_use === undefined ? protectedHeader.typ === 'at+jwt' : payload.token_use === 'access'
      const isOurs = payload.client_id === oidc.clientId && payload.aud === oidc.audience
      const { sub, exp, iat } = payload
      if (isAccess && isOurs && sub && exp && iat !== undefined) {
        return { subject: sub, expires: exp, issuedAt: new Date(iat * 1000).toISOString() }
      }
    } catch {
      // Which check failed is of use only to somebody forging tokens.
    }
    return undefined
  }
}

function remoteKeys(url: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(url), { cooldownDuration: 30_000, cacheMaxAge: 600_000 })
}

import type { Configuration } from 'openid-client'
import { Unauthenticated } from '../../../shared/core/errors.ts'
import type { Config } from '../config.ts'

export type Provider = () => Promise<Configuration>

/** A large library that only signing in needs: it is fetched with the first who does. */
const library = () => import('openid-client')

/** What must come back with the provider's answer for it to be the answer to this sign-in. */
export interface Expected {
  readonly verifier: string
  readonly state: string
  readonly nonce: string
}

/** Asks the provider for its addresses once; a failed attempt is not remembered. */
export function discoverOnce({ issuer, clientId }: Config['oidc']): Provider {
  let found: Promise<Configuration> | undefined
  const url = new URL(issuer)
  return () => {
    found ??= discover(url, clientId).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
}

async function discover(url: URL, clientId: string): Promise<Configuration> {
  const { allowInsecureRequests, discovery, None } = await library()
  // Plain HTTP is for the local provider on this very host only.
  const execute = url.protocol === 'http:' && url.hostname === '127.0.0.1' ? [allowInsecureRequests] : []
  return discovery(url, clientId, undefined, None(), { execute })
}

/**
 * Where to send the browser, and what its answer must hold. The provider asks for the password again even if it knows
 * the browser: a session of ours that ended on a shared computer must not begin again by itself.
 */
export async function beginSignIn(
  provider: Configuration,
  { redirectUri, locales }: { readonly redirectUri: string; readonly locales: string | undefined },
): Promise<{ url: URL; expected: Expected }> {
  const oidc = await library()
  const expected = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), nonce: oidc.randomNonce() }
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: 'openid',
    prompt: 'login',
    state: expected.state,
    nonce: expected.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(expected.verifier),
    code_challenge_method: 'S256',
    ...(locales && { ui_locales: locales }),
  })
  return { url, expected }
}

/**
 * Who signed in, by the provider's answer.
 * @throws Unauthenticated when it refused, or the answer is not for this sign-in: the person starts again.
 */
export async function subjectOf(provider: Configuration, answer: URL, expected: Expected): Promise<string> {
  try {
    const { authorizationCodeGrant } = await library()
    const tokens = await authorizationCodeGrant(provider, answer, {
      pkceCodeVerifier: expected.verifier,
      expectedState: expected.state,
      expectedNonce: expected.nonce,
    })
    const subject = tokens.claims()?.sub
    if (subject !== undefined) return subject
  } catch {
    // What exactly did not fit is of use only to somebody forging answers.
  }
  throw new Unauthenticated()
}

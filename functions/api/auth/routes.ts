import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as oidc from 'openid-client'
import { Refusal, Unauthenticated } from '../../../shared/core/errors.ts'
import type { Deps } from '../deps.ts'
import { checkOrigin } from './origin.ts'
import { absoluteSeconds, cookieName, currentSession, digestOf, newHandle } from './session.ts'

const signInSeconds = 600
const cookie = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' } as const

/** Sign-in by OpenID Connect (code + PKCE, all of it on the server), and sign-out. */
export function signInRoutes(deps: Deps) {
  const routes = new Hono()
  const { config, system } = deps
  const redirectUri = `${config.publicUrl}/auth/callback`
  const provider = discoverOnce(config.oidc)

  routes.get('/sign-in', async (c) => {
    const now = deps.now()
    const handle = newHandle()
    const verifier = oidc.randomPKCECodeVerifier()
    const state = oidc.randomState()
    const nonce = oidc.randomNonce()
    await system.saveSession({
      digest: handle.digest,
      signIn: { verifier, state, nonce, next: ownPath(c.req.query('next')) },
      createdAt: now,
      seenAt: now,
      expires: epoch(now) + signInSeconds,
    })
    setCookie(c, cookieName, handle.value, { ...cookie, maxAge: signInSeconds })
    const url = oidc.buildAuthorizationUrl(await provider(), {
      redirect_uri: redirectUri,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(c.req.query('ui_locales') && { ui_locales: String(c.req.query('ui_locales')) }),
    })
    return c.redirect(url.href)
  })

  routes.get('/callback', async (c) => {
    const now = deps.now()
    const pending = await currentSession(deps, getCookie(c, cookieName), now)
    if (pending?.signIn === undefined) throw new Refusal('sign-in-expired', 400)
    await system.endSession(pending.digest)
    const subject = await subjectOf(await provider(), `${redirectUri}${new URL(c.req.url).search}`, pending.signIn)
    const person = await system.findPerson(subject)
    if (person === undefined) throw new Refusal('no-access', 403)
    // A new handle: whoever planted the one before sign-in does not hold the session after it.
    const handle = newHandle()
    await system.saveSession({
      digest: handle.digest,
      person,
      createdAt: now,
      seenAt: now,
      expires: epoch(now) + absoluteSeconds,
    })
    setCookie(c, cookieName, handle.value, { ...cookie, maxAge: absoluteSeconds })
    return c.redirect(pending.signIn.next)
  })

  routes.post('/sign-out', async (c) => {
    const value = getCookie(c, cookieName)
    if (value !== undefined) {
      checkOrigin(c.req, config.publicUrl)
      await system.endSession(digestOf(value))
    }
    deleteCookie(c, cookieName, cookie)
    return c.body(null, 204)
  })

  return routes
}

type Provider = () => Promise<oidc.Configuration>

/** Asks the provider for its addresses once; a failed attempt is not remembered. */
function discoverOnce({ issuer, clientId }: Deps['config']['oidc']): Provider {
  let found: Promise<oidc.Configuration> | undefined
  const url = new URL(issuer)
  // Plain HTTP is for the local provider on this very host only.
  const execute = url.protocol === 'http:' && url.hostname === '127.0.0.1' ? [oidc.allowInsecureRequests] : []
  return () => {
    found ??= oidc.discovery(url, clientId, undefined, oidc.None(), { execute }).catch((error) => {
      found = undefined
      throw error
    })
    return found
  }
}

async function subjectOf(
  provider: oidc.Configuration,
  url: string,
  { verifier, state, nonce }: { verifier: string; state: string; nonce: string },
): Promise<string> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, new URL(url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
    const subject = tokens.claims()?.sub
    if (subject !== undefined) return subject
  } catch {
    // The provider refused, or the answer was not for this sign-in: the person starts again.
  }
  throw new Unauthenticated()
}

/** Where to go after sign-in: a path of this site, whatever was asked for. */
function ownPath(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}

function epoch(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000)
}

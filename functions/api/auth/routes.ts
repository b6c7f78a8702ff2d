import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../../../shared/core/errors.ts'
import { log } from '../../../shared/core/log.ts'
import type { Deps } from '../deps.ts'
import { addressOf } from '../limits/address.ts'
import { limited } from '../limits/limited.ts'
import type { Env } from '../operation.ts'
import { checkOrigin } from './origin.ts'
import { beginSignIn, discoverOnce, subjectOf } from './provider.ts'
import { absoluteSeconds, cookieName, currentSession, digestOf, newHandle } from './session.ts'
import { admit, leave } from './sign-in.ts'

const signInSeconds = 600
const cookie = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' } as const

/** Sign-in by OpenID Connect (code + PKCE, all of it on the server), and sign-out. */
export function signInRoutes(deps: Deps) {
  const routes = new Hono<Env>()
  const { config, system } = deps
  const redirectUri = `${config.publicUrl}/auth/callback`
  const provider = discoverOnce(config.oidc)

  routes.get('/sign-in', async (c) => {
    await limited(c, 'sign-in', addressOf(c))
    const now = deps.now()
    const handle = newHandle()
    const { url, expected } = await beginSignIn(await provider(), { redirectUri, locales: c.req.query('ui_locales') })
    await system.saveSession({
      digest: handle.digest,
      signIn: { ...expected, next: ownPath(c.req.query('next')) },
      createdAt: now,
      seenAt: now,
      expires: epoch(now) + signInSeconds,
    })
    setCookie(c, cookieName, handle.value, { ...cookie, maxAge: signInSeconds })
    return c.redirect(url.href)
  })

  routes.get('/callback', async (c) => {
    const now = deps.now()
    const pending = await currentSession(deps, getCookie(c, cookieName), now)
    if (pending?.signIn === undefined) throw new Refusal('sign-in-expired', 400)
    await system.endSession(pending.digest)
    const answer = new URL(`${redirectUri}${new URL(c.req.url).search}`)
    const subject = await subjectOf(await provider(), answer, pending.signIn).catch((error) => failed(c, error))
    await limited(c, 'sign-in-person', subject)
    const person = await admit(deps, subject, { requestId: c.var.requestId, now }).catch((error) => failed(c, error))
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
      const now = deps.now()
      const session = await currentSession(deps, value, now)
      await system.endSession(digestOf(value))
      if (session?.person) await leave(deps, session.person, { requestId: c.var.requestId, now })
    }
    deleteCookie(c, cookieName, cookie)
    return c.body(null, 204)
  })

  return routes
}

/** A sign-in that came to nothing, counted against the address that it came from. */
async function failed(c: Context<Env>, error: unknown): Promise<never> {
  if (error instanceof Refusal) {
    log.info('sign-in-refused', { requestId: c.var.requestId, problem: error.code })
    await limited(c, 'refused', addressOf(c))
  }
  throw error
}

/** Where to go after sign-in: a path of this site, whatever was asked for. */
function ownPath(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/'
}

function epoch(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000)
}

import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { JWTVerifyGetKey } from 'jose'
import { InvalidInput, NotFound, Refusal, Unauthenticated } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import { errorFields, log } from '../../shared/core/log.ts'
import { internal, problemHeaders, problemOf } from '../../shared/core/problem.ts'
import { preferredLocale } from '../../shared/i18n/index.ts'
import { authenticator } from './auth/authenticate.ts'
import { checkOrigin } from './auth/origin.ts'
import { signInRoutes } from './auth/routes.ts'
import type { Deps } from './deps.ts'
import { documentation } from './documentation.ts'
import { faultsOf } from './faults.ts'
import { health } from './health.ts'
import { addressOf } from './limits/address.ts'
import { limited } from './limits/limited.ts'
import { refuseOtherMethods } from './methods.ts'
import type { Env, Routes } from './operation.ts'
import { printedCodes } from './printed-codes.ts'
import { mount } from './routes/index.ts'
import { secured } from './security-headers.ts'
import { shortlistLinks } from './shortlist-links.ts'

const mostBytes = 256 * 1024

/** The same for every app: what it is made over comes with each request. */
const operations = mount(newRoutes())

/**
 * The API: the same app in Lambda, on one machine and in the tests.
 * @param keys the identity provider's keys, where they do not come over the network.
 */
export function createApp(deps: Deps, keys?: JWTVerifyGetKey): Routes {
  const app = emptyApp(deps)
  app.route('/auth', signInRoutes(deps))
  app.get('/health', (c) => health(c, deps))
  app.route('/', documentation(deps.config))
  app.route('/p', printedCodes(deps))
  app.route('/s', shortlistLinks(deps))
  authenticated(app, deps, keys)
  app.route('/v1', operations)
  refuseOtherMethods(app)
  return app
}

/**
 * Routes whose validation answers in faults. A malformed id names nothing, so it is not found; the one header with a
 * form of its own is the Idempotency-Key.
 */
export function newRoutes(): Routes {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      if (result.target === 'param') throw new NotFound()
      if (result.target === 'header') throw new Refusal('idempotency-key', 400)
      throw new InvalidInput(faultsOf(result.error.issues, result.target))
    },
  })
}

/** What every request passes first: its id, its language, its limits, and how whatever it throws is answered. */
export function emptyApp(deps: Deps): Routes {
  const app = newRoutes()
  app.use(async (c, next) => {
    c.set('deps', deps)
    c.set('requestId', newId('request', deps.now()))
    c.set('locale', preferredLocale(c.req.header('Accept-Language'), 'en'))
    const from = performance.now()
    await next()
    c.header('X-Request-Id', c.var.requestId)
    c.header('Content-Language', c.var.locale)
    c.header('Vary', 'Accept-Language', { append: true })
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
    log.info('request', {
      requestId: c.var.requestId,
      operation: c.var.operation ?? 'none',
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      milliseconds: Math.round(performance.now() - from),
      ...(c.var.problem && { problem: c.var.problem }),
      ...(c.var.caller && { tenant: c.var.caller.centre.id, actorKind: c.var.caller.actor.kind }),
    })
  })
  app.use(secured)
  app.use(bodyLimit({ maxSize: mostBytes, onError: () => refuse(new Refusal('too-large', 413)) }))
  app.notFound((c) => answerWith(c, new NotFound()))
  app.onError((error, c) => answerWith(c, refusalOf(error, c.var.requestId)))
  return app
}

/** From here on a caller is known and within their quota, and a browser's writes come from our own pages. */
export function authenticated(app: Routes, deps: Deps, keys?: JWTVerifyGetKey): void {
  const authenticate = authenticator(deps, keys)
  app.use('/v1/*', async (c, next) => {
    const { req } = c
    const authorization = req.header('Authorization')
    const caller = await authenticate({ authorization, cookie: req.header('Cookie') }).catch(async (error) => {
      // A session that ended is nobody's guess: only what was presented on purpose counts.
      if (error instanceof Unauthenticated && authorization) await limited(c, 'refused', addressOf(c))
      throw error
    })
    if (caller.session) checkOrigin(req, deps.config.publicUrl)
    c.set('caller', caller)
    c.set('locale', preferredLocale(req.header('Accept-Language'), caller.locale))
    const counted = limited(c, caller.actor.kind === 'partner' ? 'key' : 'person', caller.actor.id)
    await Promise.all([next(), counted])
  })
}

function refuse(refusal: Refusal): never {
  throw refusal
}

function refusalOf(error: Error, requestId: string): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof HTTPException && error.status === 400) return new Refusal('malformed-json', 400)
  if (error instanceof HTTPException && error.status === 415) return new Refusal('unsupported-media-type', 415)
  log.error('unexpected', { requestId, ...errorFields(error) })
  return internal
}

function answerWith(c: Parameters<Parameters<Routes['notFound']>[0]>[0], refusal: Refusal): Response {
  c.set('problem', refusal.code)
  const problem = problemOf(refusal, c.var.locale, c.var.requestId)
  return c.body(JSON.stringify(problem), refusal.status as 400, {
    'Content-Type': 'application/problem+json',
    ...problemHeaders(refusal),
  })
}

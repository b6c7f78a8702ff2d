import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context as HttpContext } from 'hono'
import { accepts } from 'hono/accepts'
import type * as z from 'zod'
import type { Context } from '../../shared/core/context.ts'
import { Contended, Forbidden, NotFound, Refusal, Throttled } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import { Replay } from '../../shared/db/commit.ts'
import type { Caller } from './auth/authenticate.ts'
import { contextFor, type Deps } from './deps.ts'
import { routeOf } from './describe.ts'
import { type Page, style } from './pages/page.ts'
import { pagePolicy } from './security-headers.ts'

export interface Env {
  Variables: {
    requestId: string
    deps: Deps
    caller: Caller
    locale: Context['locale']
    operation: string
    /** Code of the refusal that the request ended in. */
    problem: string
  }
}
export type Routes = OpenAPIHono<Env>

/** One operation of the API: all that its route, its validation and its documentation need. */
export interface Operation<P, Q, B, A extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  /** `operationId`, and how the audit log names the purpose of an access. */
  readonly id: string
  readonly tag: string
  readonly summary: string
  readonly description?: string
  /** What the caller needs; null for what anybody with valid credentials may do. */
  readonly permission: Permission | null
  readonly params?: z.ZodType<P>
  readonly query?: z.ZodType<Q>
  readonly body?: z.ZodType<B>
  /** The body as somebody would really send it. */
  readonly example?: z.input<z.ZodType<B>>
  readonly answer: A
  /** The answer as a document to read and print, for who asks for `text/html`. */
  readonly page?: (answer: z.input<A>) => Page
  /** The answer as rows, in the caller's language, for who asks for `text/csv`. */
  readonly csv?: (answer: z.output<A>, locale: Context['locale']) => { readonly name: string; readonly text: string }
  /** What it creates lives here: answered 201 with a `Location` under this collection (`referrals`). */
  readonly creates?: string
  /** Changes what the caller has read: `If-Match` must carry the version it saw. */
  readonly versioned?: true
  /**
   * What a repeated request is answered with where the first answer may not be given again: the caller's sight of what
   * it tells of may have ended since. Told what that answer was.
   */
  readonly again?: (ctx: Context, input: Input<P, Q, B>, first: z.output<A>) => Promise<z.input<A>>
  /** Codes of the refusals that this operation adds to the ones every operation may give. */
  readonly refusals?: readonly string[]
}

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
  /** The version that the caller saw; 0 where the operation does not ask for one. */
  readonly ifMatch: number
}

/** How often a command runs again after losing a race for something shared: of each round, one at least wins. */
const runs = 12
/** Racers part ways: each waits for a while of its own before it runs again, up to twice as long every time. */
const shortestPauseMs = 10
const longestPauseMs = 500

/**
 * Registers an operation. The route checks the permission before it reads anything, hands validated input to `run`, and
 * answers with what `run` returns. What reaches beyond the caller's own data is handed the function's means as well.
 */
export function operation<A extends z.ZodType, P = unknown, Q = unknown, B = unknown>(
  routes: Routes,
  definition: Operation<P, Q, B, A>,
  run: (ctx: Context, input: Input<P, Q, B>, deps: Deps) => Promise<z.input<A>>,
): void {
  // Before any validation: who may not do it learns nothing else about it.
  const middleware = async (c: HttpContext<Env>, next: () => Promise<void>) => {
    c.set('operation', definition.id)
    const { permission } = definition
    if (permission !== null && !c.var.caller.permissions.has(permission)) {
      const ctx = contextFor(c.var.deps, { ...c.var.caller, locale: c.var.locale }, asking(c, definition.id))
      await ctx.store.audit('forbidden')
      throw new Forbidden(permission)
    }
    await next()
  }
  const handler = async (c: HttpContext<Env>) => {
    const { caller } = c.var
    const valid = (target: 'param' | 'query' | 'json') => c.req.valid(target as never)
    const input = {
      params: definition.params ? valid('param') : undefined,
      query: definition.query ? valid('query') : undefined,
      body: definition.body ? valid('json') : undefined,
      ifMatch: definition.versioned ? seenVersion(c.req.header('If-Match')) : 0,
    } as Input<P, Q, B>
    const context = () => contextFor(c.var.deps, { ...caller, locale: c.var.locale }, asked(c, definition))
    const result =
      definition.method === 'get'
        ? await audited(c, context(), (ctx) => run(ctx, input, c.var.deps))
        : await once(
            c,
            context,
            (ctx) => run(ctx, input, c.var.deps),
            () => repeated(c, context, definition, input),
          )
    const { page, creates, csv } = definition
    if (csv && asks(c, 'text/csv')) return rows(c, csv(result as z.output<A>, c.var.locale))
    return page ? pageOrData(c, result, page) : answer(c, result, creates)
  }
  routes.openapi({ ...routeOf(definition), middleware }, handler as never)
}

/**
 * Runs a request with its trace in the audit log: what it was shown beside its answer, or that it was refused. Without
 * the trace there is no answer.
 */
async function audited<R>(c: HttpContext<Env>, ctx: Context, run: (ctx: Context) => Promise<R>): Promise<R> {
  try {
    const result = await run(ctx)
    await ctx.store.audit()
    if (ctx.store.isIncomplete) c.header('Information-Incomplete', 'true')
    return result
  } catch (error) {
    if (error instanceof Refusal && !isPassing(error)) await ctx.store.audit(error.code)
    throw error
  }
}

/** Refusals of the moment, after which the request runs again or its first answer is given again. */
function isPassing(refusal: Refusal): boolean {
  return refusal instanceof Contended || refusal instanceof Throttled || refusal instanceof Replay
}

/** Runs a command so that a repeated request has one effect and one answer, and a lost race another run. */
async function once<R>(
  c: HttpContext<Env>,
  context: () => Context,
  run: (ctx: Context) => Promise<R>,
  repeat: () => Promise<{ readonly result: R } | undefined>,
): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    const ctx = context()
    try {
      return await audited(c, ctx, run)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (error instanceof Contended && attempt < runs) {
        await setTimeout(Math.random() * Math.min(longestPauseMs, shortestPauseMs * 2 ** attempt))
        continue
      }
      if (error instanceof Contended || error instanceof Throttled) throw error
      // A repeated request finds the state it made itself; its first answer stands.
      const first = await repeat()
      if (first !== undefined) return first.result
      // It was answered, and what it was told is withheld by now.
      throw error instanceof Replay ? new NotFound() : error
    }
  }
}

/**
 * The first answer again, in the shape this operation answers in: never more than it said then, nor what the caller may
 * not see any more. Read and noted as anything that is shown.
 * @returns undefined for a request that was not answered before.
 */
function repeated<P, Q, B, A extends z.ZodType>(
  c: HttpContext<Env>,
  context: () => Context,
  { answer, again }: Operation<P, Q, B, A>,
  input: Input<P, Q, B>,
): Promise<{ readonly result: z.input<A> } | undefined> {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return Promise.resolve(undefined)
  return audited(c, context(), async (ctx) => {
    const record = await ctx.store.firstAnswer(key)
    if (record === undefined) return undefined
    if (record.digest !== requestDigest(c)) throw new Refusal('idempotency-mismatch', 422)
    const first = answer.safeParse(record.result)
    if (!first.success) throw new Refusal('replay', 409)
    const result = again ? await again(ctx, input, first.data) : first.data
    c.header('Idempotency-Replayed', 'true')
    return { result: result as z.input<A> }
  })
}

function asking(c: HttpContext<Env>, id: string) {
  return { requestId: c.var.requestId, purpose: id, now: c.var.deps.now() }
}

function asked(c: HttpContext<Env>, { id, method }: { id: string; method: string }) {
  const key = c.req.header('Idempotency-Key')
  return {
    ...asking(c, id),
    ...(key !== undefined && method !== 'get' && { idempotency: { key, digest: requestDigest(c) } }),
  }
}

function requestDigest(c: HttpContext<Env>): string {
  const { pathname, search } = new URL(c.req.url)
  const body = c.req.header('content-type') ? JSON.stringify(c.req.valid('json' as never) ?? null) : ''
  return createHash('sha256').update(`${c.req.method} ${pathname}${search}\n${body}`).digest('hex')
}

/** @throws Refusal 428 without the header; 412 for anything that is not a version we gave out. */
function seenVersion(header: string | undefined): number {
  if (header === undefined) throw new Refusal('precondition-required', 428)
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1]
  if (version === undefined) throw new Refusal('precondition-failed', 412)
  return Number(version)
}

function answer(c: HttpContext<Env>, result: unknown, creates: string | undefined): Response {
  const { version, id, nextCursor } = (result ?? {}) as { version?: number; id?: string; nextCursor?: string }
  if (version !== undefined) c.header('ETag', `"${version}"`)
  if (nextCursor !== undefined) {
    const next = new URL(c.req.url)
    next.searchParams.set('cursor', nextCursor)
    c.header('Link', `<${next.pathname}${next.search}>; rel="next"`)
  }
  if (creates === undefined) return c.json(result)
  c.header('Location', `/v1/${creates}/${id}`)
  return c.json(result, 201)
}

/** Whether the caller would rather have the answer in another form than as data, of an operation that has both. */
function asks(c: HttpContext<Env>, type: string): boolean {
  c.header('Vary', 'Accept', { append: true })
  const supports = ['application/json', type]
  return accepts(c, { header: 'Accept', supports, default: 'application/json' }) === type
}

/** A file to keep. */
function rows(c: HttpContext<Env>, { name, text }: { name: string; text: string }): Response {
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** The same content as data or as a page, in the language that it is written in. */
function pageOrData<R>(c: HttpContext<Env>, result: R, page: (result: R) => Page): Response | Promise<Response> {
  const { locale, html } = page(result)
  c.set('locale', locale)
  if (!asks(c, 'text/html')) return c.json(result)
  return c.html(html, 200, { 'Content-Security-Policy': pagePolicy(style) })
}

import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { problemType } from '../../shared/core/problem.ts'
import type { Operation } from './operation.ts'

const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .loose()
  .meta({
    id: 'Problem',
    example: {
      type: `${problemType}invalid-transition`,
      title: 'Not possible from this status',
      status: 409,
      detail:
        'The status is “requested”, so it cannot become “completed”. Possible now: accepted, declined, cancelled.',
      instance: 'urn:rx-community:request:request_01JD3Y6Q5V8Z9K2M4N6P8R0T1W',
    },
  })

/** An operation as the OpenAPI document tells it: with its permission, its headers and every refusal it may give. */
export function routeOf<P, Q, B, A extends z.ZodType>(definition: Operation<P, Q, B, A>) {
  const { method, path, id, tag, summary, description, permission, params, query, body, example } = definition
  const writes = method !== 'get'
  const headers = z.object({
    ...(writes && {
      'idempotency-key': z
        .string()
        .regex(/^[\x21-\x7e]{1,100}$/)
        .optional(),
    }),
    ...(definition.versioned && { 'if-match': z.string().optional() }),
  })
  const problem = (text: string) => ({
    description: text,
    content: { 'application/problem+json': { schema: Problem } },
  })
  return createRoute({
    method,
    path,
    operationId: id,
    tags: [tag],
    summary,
    description: [description, permission === null ? forAnybody(writes) : `Permission: \`${permission}\`.`]
      .filter(Boolean)
      .join('\n\n'),
    'x-permission': permission,
    security: [{ bearer: [] }, ...(isForPartners(permission) ? [] : [{ session: [] }])],
    request: {
      ...(params && { params: params as never }),
      ...(query && { query: query as never }),
      ...(body && {
        body: {
          required: true,
          content: { 'application/json': { schema: body, ...(example !== undefined && { example }) } },
        },
      }),
      ...(writes && { headers }),
    },
    responses: {
      [definition.creates ? 201 : 200]: {
        description: 'Done.',
        content: {
          'application/json': { schema: definition.answer },
          ...(definition.page && { 'text/html': { schema: z.string() } }),
          ...(definition.csv && { 'text/csv': { schema: z.string() } }),
        },
      },
      ...(body && { 400: problem('Malformed JSON.'), 413: problem('More than 256 KB.'), 415: problem('Not JSON.') }),
      401: problem('No credentials, or credentials that no longer hold.'),
      ...(permission !== null && { 403: problem(`The caller lacks \`${permission}\`.`) }),
      ...(permission === null && writes && { 403: problem('The caller is a key.') }),
      ...(params && { 404: problem('No such thing here.') }),
      ...(writes && { 409: problem(conflictText(definition.refusals ?? [])) }),
      ...(definition.versioned && {
        412: problem('Somebody changed it since it was read.'),
        428: problem('`If-Match` is missing.'),
      }),
      422: problem('The input breaks a rule; `errors` say where.'),
      429: problem('The quota is used up; try again after `Retry-After` seconds. `RateLimit` says what is left of it.'),
      500: problem('Our fault; `instance` is the reference to quote.'),
      503: problem('Too busy; try again after `Retry-After` seconds.'),
    },
  })
}

/** What takes no permission and writes changes the caller's own: a key has nothing of its own to choose. */
function forAnybody(writes: boolean): string {
  return writes ? 'For any person; not for a key.' : 'For any caller.'
}

/** Whether only a partner's key can hold it: then no browser session is of use. */
function isForPartners(permission: string | null): boolean {
  return permission !== null && /^(inbox|listings):/.test(permission)
}

function conflictText(refusals: readonly string[]): string {
  const codes = refusals.map((code) => `\`${code}\``)
  return codes.length > 0 ? `The state of things forbids it: ${codes.join(', ')}.` : 'The state of things forbids it.'
}

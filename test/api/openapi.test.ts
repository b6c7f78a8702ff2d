import { beforeAll, describe, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { buildDocument, type Document } from '../../infra/openapi/document.ts'
import { roles, scopes } from '../../shared/core/permissions.ts'
import { testApi } from '../support/api.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly 'x-permission': string | null
  readonly security: readonly object[]
  readonly requestBody?: { readonly content: Record<string, { readonly example?: unknown }> }
  readonly responses: Record<string, { readonly content?: Record<string, { readonly example?: unknown }> }>
}

let document: Document
let operations: [string, string, Operation][]

beforeAll(() => {
  document = buildDocument()
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
      method,
      path,
      operation as unknown as Operation,
    ]),
  )
})

test('every operation says what it does, by one name, with whose permission, and shows what it answers', () => {
  const known = new Set<string | null>([null, ...Object.values(roles).flat(), ...Object.values(scopes).flat()])
  for (const [method, path, operation] of operations) {
    const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1]
    expect(operation.summary, `${method} ${path}`).toMatch(/^[A-Z].*[^.]$/)
    expect(known.has(operation['x-permission']), `${method} ${path} permission`).toBe(true)
    expect(success?.content?.['application/json']?.example, `${method} ${path} example`).toBeDefined()
    expect(Object.keys(operation.responses), `${method} ${path}`).toEqual(expect.arrayContaining(['401', '500', '503']))
    if (method !== 'get') expect(Object.keys(operation.responses)).toContain('409')
  }
  const ids = operations.map(([, , { operationId }]) => operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('examples', () => {
  test('of what an operation takes are accepted by its own validation', async () => {
    const { app, adminApp } = await testApi()
    const routes = [...app.openAPIRegistry.definitions, ...adminApp.openAPIRegistry.definitions]
    for (const definition of routes) {
      if (definition.type !== 'route') continue
      const media = definition.route.request?.body?.content['application/json']
      if (media === undefined || !('schema' in media)) continue
      const { method, path } = definition.route
      expect(media.example, `${method} ${path}`).toBeDefined()
      expect((media.schema as ZodType).safeParse(media.example).error, `${method} ${path}`).toBeUndefined()
    }
  })
})

test('every operation that changes what was read takes If-Match, and every write an idempotency key', () => {
  for (const [method, path, operation] of operations) {
    const parameters = (operation as { parameters?: { name: string; in: string }[] }).parameters ?? []
    const headers = parameters.filter((given) => given.in === 'header').map(({ name }) => name)
    if (method === 'get') expect(headers).toEqual([])
    else expect(headers, `${method} ${path}`).toContain('idempotency-key')
    // Nobody names a version of themselves.
    if (method === 'patch' && path !== '/v1/me') expect(headers, `${method} ${path}`).toContain('if-match')
  }
})

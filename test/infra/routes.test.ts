import { beforeAll, describe, expect, test } from 'vitest'
import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { makeDeps } from '../../functions/api/deps.ts'
import type { FunctionName } from '../../infra/bundle.ts'
import { prefix } from '../../infra/place.ts'
import { type Cloud, synthesise } from '../support/cloud.ts'
import { gateway } from '../support/gateway.ts'

const deps = makeDeps({
  RXC_ENV: 'test',
  TABLE_PREFIX: 'test',
  CURSOR_SECRET: 'a secret of the tests that is long enough',
  PUBLIC_URL: 'https://rx.test',
  OIDC_ISSUER: 'https://identity.test',
  OIDC_CLIENT_ID: 'rx-console',
  OIDC_JWKS_URL: 'https://identity.test/jwks',
})

let cloud: Cloud
let answering: (method: string, path: string) => string | undefined

beforeAll(async () => {
  cloud = await synthesise()
  answering = gateway(cloud)
})

describe.each([
  ['api', createApp(deps)],
  ['admin', createAdminApp(deps)],
] as const)('the app of the %s function', (name, app) => {
  const routes = routesOf(app)

  test('has routes', () => {
    expect(routes.length).toBeGreaterThan(1)
  })

  test.each(routes)('answers %s %s in the cloud', (method, path) => {
    expect(answering(method, sample(path))).toBe(functionId(name))
  })
})

test('an address of neither app has nobody to answer it', () => {
  expect(answering('GET', '/')).toBeUndefined()
  expect(answering('GET', '/nowhere')).toBeUndefined()
  expect(answering('GET', '/docs/more')).toBeUndefined()
  expect(answering('POST', '/health')).toBeUndefined()
})

/** Middleware is registered for all methods, routes for one. */
function routesOf(app: { readonly routes: readonly { readonly method: string; readonly path: string }[] }) {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  return [...new Set(routes)].map((route) => route.split(' ') as [method: string, path: string])
}

function sample(path: string): string {
  return path.replaceAll(/:\w+(\{[^}]*\})?/g, 'something')
}

function functionId(name: FunctionName): string | undefined {
  const functions = cloud.ofType('AWS::Lambda::Function')
  return functions.find(({ properties }) => properties.FunctionName === `${prefix}-${name}`)?.id
}

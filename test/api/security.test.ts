import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { centre } from '../support/centre.ts'
import { fill } from '../support/operations.ts'

type App = ReturnType<typeof createApp>

/** What a browser must be told with every answer, whatever it is an answer to. */
const always = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\).*microphone=\(\)/),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'(; style-src 'sha256-[\w+/]{43}=')?$/,
  ),
}
/** Tells which software answers, or lets other sites read. */
const never = ['server', 'x-powered-by', 'access-control-allow-origin', 'access-control-allow-credentials']

/** The only answers that anybody may keep: they are the same for everybody. */
const publicPaths = ['/docs', '/openapi.json']

async function everything() {
  const at = await centre()
  const { deps, keys } = at.api
  const person = await at.person(['navigator', 'prescriber', 'evaluator', 'centre-admin', 'champion'])
  const bearer = { Authorization: `Bearer ${person.credential}` }
  return { at, bearer, apps: { api: createApp(deps, keys), admin: createAdminApp(deps, keys) } }
}

/** Every route of an app, as it registered itself, those that no document tells of included. */
function routesOf(app: App): readonly { readonly method: string; readonly path: string }[] {
  const known = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  return [...new Set(known.map(({ method, path }) => `${method} ${path}`))].map((route) => {
    const [method = '', path = ''] = route.split(' ')
    return { method, path: fill(path.replaceAll(/:(\w+)/g, '{$1}')) }
  })
}

function check(what: string, path: string, { status, headers }: Response): void {
  const sent = Object.fromEntries(headers)
  expect({ what, sent }).toMatchObject({ what, sent: always })
  for (const name of never) expect({ what, [name]: headers.get(name) }).toEqual({ what, [name]: null })
  const kept = publicPaths.includes(path) && status === 200 ? 'public, max-age=300' : 'no-store'
  expect({ what, kept: headers.get('Cache-Control') }).toEqual({ what, kept })
}

describe.each(['api', 'admin'] as const)('every answer of the %s function', (name) => {
  test('tells the browser to run, frame, embed and keep none of it, on every route and to every caller', async () => {
    const { apps, bearer } = await everything()
    const app = apps[name]
    const routes = routesOf(app)
    expect(routes.length).toBeGreaterThan(name === 'api' ? 100 : 1)
    for (const { method, path } of routes) {
      for (const headers of [{}, bearer, { ...bearer, 'Content-Type': 'application/json', 'If-Match': '"1"' }]) {
        const body = method === 'POST' || method === 'PATCH' || method === 'PUT' ? { body: '{}' } : {}
        const answer = await app.request(`https://rx.test${path}`, { method, headers, ...body })
        check(`${method} ${path} ${Object.keys(headers)} ${answer.status}`, path, answer)
      }
    }
  })

  test('says the same where there is no route, in another method, and where something breaks', async () => {
    const { apps, bearer } = await everything()
    const app = apps[name]
    const json = { ...bearer, 'Content-Type': 'application/json' }
    const requests: [path: string, init: RequestInit][] = [
      ['/', {}],
      ['/nothing-there', {}],
      ['/v1/nothing-there', { headers: bearer }],
      ['/v1/clients', { method: 'OPTIONS', headers: { ...bearer, Origin: 'https://evil.test' } }],
      ['/v1/me', { method: 'HEAD', headers: bearer }],
      ['/v1/me', { method: 'DELETE', headers: bearer }],
      ['/v1/clients', { method: 'POST', headers: json, body: '{' }],
      ['/v1/clients', { method: 'POST', headers: json, body: `"${'x'.repeat(300_000)}"` }],
      ['/v1/clients', { method: 'POST', headers: { ...bearer, 'Content-Type': 'text/html' }, body: '<script>' }],
      ['/docs/../v1/me', { headers: { Authorization: 'Bearer garbage' } }],
      // Nobody is at the provider's address, so beginning to sign in breaks.
      ['/auth/sign-in', {}],
    ]
    for (const [path, init] of requests) {
      const answer = await app.request(`https://rx.test${path}`, init)
      check(`${init.method ?? 'GET'} ${path} ${answer.status}`, path, answer)
    }
  })
})

test('the documentation page runs no script, and its one style sheet is the one that its policy names', async () => {
  const { apps } = await everything()
  const answer = await apps.api.request('https://rx.test/docs')
  const page = await answer.text()
  expect(page).not.toMatch(/<script|\son\w+=|javascript:|\sstyle=|<link|<iframe|<img/i)
  const styles = [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => style)
  const digests = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
  expect(digests).toHaveLength(1)
  expect(answer.headers.get('Content-Security-Policy')).toContain(`style-src ${digests[0]}`)
})

import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newBrowser } from '../../infra/local/browser.ts'
import { type Identity, type SignInPerson, startIdentity } from '../../infra/local/identity.ts'
import { signIn } from '../../infra/local/sign-in.ts'

const clientId = 'console'
const redirectUri = 'http://127.0.0.1:8080/auth/callback'
const audience = 'https://api.rx.test'
const people: SignInPerson[] = [
  person('staff_1', 'Amélie Tremblay', 'north', 'Centre du Nord', ['navigator'], 'fr'),
  person('staff_2', 'Sam <b>O’Neil</b>', 'west', 'West & "Main"', ['prescriber', 'centre-admin'], 'en'),
  person('staff_3', 'Kim Park', 'north', 'Centre du Nord', ['evaluator'], 'en'),
]

const notices = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn')]

let directory: string
let identity: Identity

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rx-identity-'))
  identity = await start()
})

afterAll(async () => {
  await identity.stop()
  await rm(directory, { recursive: true })
})

test('the access token verifies against the published keys and says nothing of the person but their id', async () => {
  const { accessToken, idToken } = await sign('staff_1')
  const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`))
  const options = { issuer: identity.issuer, audience, typ: 'at+jwt', algorithms: ['RS256'] }
  const { payload } = await jwtVerify(accessToken, keys, options)
  expect(payload.sub).toBe('staff_1')
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600)
  expect(Object.keys(payload).sort()).toEqual(['aud', 'client_id', 'exp', 'iat', 'iss', 'jti', 'sub'])
  expect((await jwtVerify(idToken, keys, { audience: clientId })).payload).toMatchObject({
    sub: 'staff_1',
    name: 'Amélie Tremblay',
  })
})

test('a refresh token gives a new access token, and only once', async () => {
  const { refreshToken } = await sign('staff_3')
  const server = await discover()
  const renewed = await client.refreshTokenGrant(server, refreshToken)
  expect(decodeJwt(renewed.access_token)).toMatchObject({ sub: 'staff_3', aud: audience })
  await expect(client.refreshTokenGrant(server, refreshToken)).rejects.toMatchObject({ error: 'invalid_grant' })
})

test('tokens outlive a restart', async () => {
  const { port } = new URL(identity.issuer)
  const { accessToken } = await sign('staff_1')
  await identity.stop()
  identity = await start(Number(port))
  const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`))
  await jwtVerify(accessToken, keys, { issuer: identity.issuer, audience })
  expect((await stat(join(directory, 'identity-keys.json'))).mode & 0o077).toBe(0)
})

test.each([
  ['without PKCE', { code_challenge: '', code_challenge_method: '' }, 'invalid_request'],
  ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['with another response type', { response_type: 'token' }, 'unsupported_response_type'],
])('a request %s is refused at the client', async (_, change, error) => {
  const response = await newBrowser()(authorization(change))
  const location = new URL(response.headers.get('location') ?? '')
  expect(location.href.startsWith(redirectUri)).toBe(true)
  expect(location.hash + location.search).toContain(`error=${error}`)
  expect(location.searchParams.has('code')).toBe(false)
})

test.each(['http://127.0.0.1:8080/elsewhere', 'https://evil.test/auth/callback'])(
  '%s is never redirected to',
  async (uri) => {
    const response = await newBrowser()(authorization({ redirect_uri: uri }))
    expect(response.status).toBe(400)
    expect(response.headers.get('location')).toBeNull()
    expect(await response.text()).toContain('invalid_redirect_uri')
  },
)

test('the page lists everyone by centre and escapes what they are called', async () => {
  const { page } = await openPage({})
  const headings = page.match(/<h2[^>]*>[^<]*/g)?.map((heading) => heading.replace(/<[^>]*>/, ''))
  expect(headings).toEqual(['Centre du Nord', 'West &amp; &quot;Main&quot;'])
  expect(page.match(/value="staff_\d"/g)).toEqual(['value="staff_1"', 'value="staff_3"', 'value="staff_2"'])
  expect(page).toContain('Sam &lt;b&gt;O’Neil&lt;/b&gt;')
  expect(page).not.toContain('<script')
  expect(page).toContain('<html lang="en">')
})

test('the page is in the language asked for and can be switched', async () => {
  const { page, url, visit } = await openPage({ ui_locales: 'fr-CA en' })
  expect(page).toContain('<html lang="fr">')
  expect(page).toContain('Agente ou agent de liaison')
  const link = /<a href="([^"]+)" lang="en"/.exec(page)?.[1] ?? ''
  expect(await (await visit(new URL(link, url))).text()).toContain('Choose who to sign in as')
})

test('a sign-in belongs to the browser that began it, and to people on the list', async () => {
  const { url, visit } = await openPage({})
  const other = await newBrowser()(url, { subject: 'staff_1' })
  expect([other.status, other.headers.get('location')]).toEqual([400, null])
  expect((await visit(url, { subject: 'staff_9' })).headers.get('location')).toBeNull()
  await expect(sign('staff_9')).rejects.toThrow(`${identity.issuer} did not sign staff_9 in`)
})

test('a browser stays signed in until it signs out, and is then returned to the application', async () => {
  const { url, visit } = await openPage({})
  const chosen = await visit(url, { subject: 'staff_1' })
  await visit(chosen.headers.get('location') ?? '')
  expect((await visit(authorization({}))).headers.get('location')).toContain(`${redirectUri}?code=`)

  const logout = new URL(`${identity.issuer}/session/end`)
  logout.search = String(
    new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: 'http://127.0.0.1:8080/' }),
  )
  const question = await (await visit(logout)).text()
  expect(question).toContain('Do you want to sign out?')
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(question)?.[1] ?? ''
  const done = await visit(`${identity.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
  expect(done.headers.get('location')).toBe('http://127.0.0.1:8080/')
  expect((await visit(authorization({}))).headers.get('location')).toContain('/sign-in/')
})

test('signing out leads to no other place', async () => {
  const logout = new URL(`${identity.issuer}/session/end`)
  logout.search = String(new URLSearchParams({ client_id: clientId, post_logout_redirect_uri: 'https://evil.test/' }))
  expect((await newBrowser()(logout)).status).toBe(400)
})

test('nothing of this is said on the console', () => {
  for (const spy of notices) expect(spy).not.toHaveBeenCalled()
})

function start(port = 0): Promise<Identity> {
  return startIdentity({ port, directory, clientId, redirectUris: [redirectUri], audience, people: async () => people })
}

function sign(subject: string) {
  return signIn({ issuer: identity.issuer, clientId, redirectUri, subject })
}

function discover() {
  return client.discovery(new URL(identity.issuer), clientId, undefined, client.None(), {
    execute: [client.allowInsecureRequests],
  })
}

function authorization(change: Record<string, string>): URL {
  const url = new URL(`${identity.issuer}/auth`)
  const usual = {
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state: 's',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries({ ...usual, ...change })) if (value) url.searchParams.set(name, value)
  return url
}

async function openPage(change: Record<string, string>) {
  const visit = newBrowser()
  const response = await visit(authorization(change))
  const url = new URL(response.headers.get('location') ?? '', identity.issuer)
  return { visit, url, page: await (await visit(url)).text() }
}

function person(
  subject: string,
  name: string,
  centreId: string,
  centre: string,
  roles: string[],
  locale: 'en' | 'fr',
): SignInPerson {
  return { subject, name, centreId, centre, roles, locale }
}

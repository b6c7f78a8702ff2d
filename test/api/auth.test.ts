import { createHmac } from 'node:crypto'
import { exportSPKI, generateKeyPair } from 'jose'
import { describe, expect, test } from 'vitest'
import { cookieName, newHandle } from '../../functions/api/auth/session.ts'
import { Centre } from '../../shared/centres/schema.ts'
import { mintApiKey } from '../../shared/core/api-key.ts'
import { type Change, change, create } from '../../shared/db/event.ts'
import type { Session } from '../../shared/db/system-store.ts'
import { ApiKey } from '../../shared/partners/schema.ts'
import { Staff } from '../../shared/staff/schema.ts'
import { signingKeys, type TestApi } from '../support/api.ts'
import { centre, type TestCentre, withClient, withReferral } from '../support/centre.ts'
import { withPartner } from '../support/loop.ts'

interface Problem {
  readonly type: string
  readonly title: string
  readonly detail: string
  readonly instance: string
}

async function ask(api: TestApi, path: string, headers: Record<string, string>, method = 'GET', body?: string) {
  const init = { method, headers, ...(body !== undefined && { body }) }
  const response = await api.app.request(`https://rx.test${path}`, init)
  const text = await response.text()
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Problem, headers: response.headers }
}

/** Asks who the bearer is: the one thing that anybody with valid credentials may know. */
const as = (api: TestApi, credential: string) => ask(api, '/v1/me', { Authorization: `Bearer ${credential}` })

const unauthenticated = { status: 401, body: { type: 'urn:rx-community:problem:unauthenticated', status: 401 } }

describe('a bearer token', () => {
  test('of a member of staff tells who asks', async () => {
    const at = await centre()
    expect(await as(at.api, await at.api.token(at.navigator.id))).toMatchObject({
      status: 200,
      body: { id: at.navigator.id, roles: ['navigator'], centre: { id: at.id } },
    })
  })

  test.each([
    ['nothing at all', {}],
    ['an empty header', { Authorization: '' }],
    ['a scheme alone', { Authorization: 'Bearer' }],
    ['another scheme', { Authorization: 'Basic bmF2aWdhdG9yOnNlY3JldA==' }],
    ['garbage', { Authorization: 'Bearer garbage' }],
    ['three parts of garbage', { Authorization: 'Bearer a.b.c' }],
    ['a megabyte of dots', { Authorization: `Bearer ${'.'.repeat(10_000)}` }],
    ['a cookie of nobody', { Cookie: `${cookieName}=${newHandle().value}` }],
    ['a cookie of another name', { Cookie: 'session=1; rxc=2' }],
  ])('%s opens nothing', async (_, headers) => {
    const at = await centre()
    for (const path of ['/v1/me', '/v1/clients', '/v1/nothing-there']) {
      const answer = await ask(at.api, path, headers as Record<string, string>)
      expect(answer).toMatchObject(unauthenticated)
      expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    }
  })

  test('that has expired still holds within 60 seconds, for clocks differ, and not beyond', async () => {
    const at = await centre()
    const exp = Math.floor(Date.parse(at.api.deps.now()) / 1000) + 100
    const token = await at.api.token(at.navigator.id, { exp })
    expect((await as(at.api, token)).status).toBe(200)
    at.api.pass({ seconds: 155 })
    expect((await as(at.api, token)).status).toBe(200)
    at.api.pass({ seconds: 10 })
    expect(await as(at.api, token)).toMatchObject(unauthenticated)
  })

  test('is not good before its time, but for the same 60 seconds', async () => {
    const at = await centre()
    const now = Math.floor(Date.parse(at.api.deps.now()) / 1000)
    expect((await as(at.api, await at.api.token(at.navigator.id, { nbf: now + 50 }))).status).toBe(200)
    expect(await as(at.api, await at.api.token(at.navigator.id, { nbf: now + 70 }))).toMatchObject(unauthenticated)
  })

  test.each([
    ['of another issuer', { iss: 'https://elsewhere.test' }, {}],
    ['without an issuer', { iss: undefined }, {}],
    ['for another client', { client_id: 'somebody-else' }, {}],
    ['without a client', { client_id: undefined }, {}],
    ['for another audience', { aud: 'another-api' }, {}],
    ['for the client itself, as ID tokens are', { aud: 'rx-console' }, {}],
    ['without an audience', { aud: undefined }, {}],
    ['without an expiry', { exp: undefined }, {}],
    ['without a subject', { sub: undefined }, {}],
    ['of nobody here', { sub: 'stranger' }, {}],
    ['that says it is an ID token', { token_use: 'id' }, {}],
    ['that is a plain JWT', {}, { typ: 'JWT' }],
    ['without a type', {}, { typ: undefined }],
    ['with an unknown key', {}, { kid: 'unknown' }],
    ['with a header it calls critical', {}, { crit: ['exp'], exp: 1 }],
  ])('%s opens nothing', async (_, claims, header) => {
    const at = await centre()
    const token = await at.api.token(at.navigator.id, claims, header).catch(() => 'unsigned')
    expect(await as(at.api, token)).toMatchObject(unauthenticated)
  })

  test('that Cognito calls an access token is one, whatever its type says', async () => {
    const at = await centre()
    const token = await at.api.token(at.navigator.id, { token_use: 'access' }, { typ: undefined })
    expect((await as(at.api, token)).status).toBe(200)
  })

  test('signed by another key under our key’s name opens nothing', async () => {
    const at = await centre()
    const { privateKey } = await generateKeyPair('ES256')
    expect(await as(at.api, await at.api.token(at.navigator.id, {}, {}, privateKey))).toMatchObject(unauthenticated)
  })

  test('that was tampered with opens nothing', async () => {
    const at = await centre()
    const [header, , signature] = (await at.api.token(at.champion.id)).split('.')
    const [, claims] = (await at.api.token(at.navigator.id)).split('.')
    expect(await as(at.api, `${header}.${claims}.${signature}`)).toMatchObject(unauthenticated)
  })

  test('that says it needs no signature, or is signed with our public key as a secret, opens nothing', async () => {
    const at = await centre()
    const [, claims] = (await at.api.token(at.navigator.id)).split('.')
    const encoded = (header: object) => Buffer.from(JSON.stringify(header)).toString('base64url')
    const none = encoded({ alg: 'none', typ: 'at+jwt' })
    const hmac = encoded({ alg: 'HS256', kid: 'test', typ: 'at+jwt' })
    const secret = await exportSPKI((await signingKeys).publicKey)
    const mark = createHmac('sha256', secret).update(`${hmac}.${claims}`).digest('base64url')
    for (const forged of [`${none}.${claims}.`, `${none}.${claims}.x`, `${hmac}.${claims}.${mark}`]) {
      expect(await as(at.api, forged)).toMatchObject(unauthenticated)
    }
  })

  test('of somebody deactivated opens nothing within a minute', async () => {
    const at = await centre()
    const token = await at.api.token(at.navigator.id)
    expect((await as(at.api, token)).status).toBe(200)
    await changed(at, await at.context().store.get(Staff, at.navigator.id), { status: 'deactivated' })
    at.api.pass({ seconds: 61 })
    expect(await as(at.api, token)).toMatchObject(unauthenticated)
  })

  test('of a suspended centre opens nothing within a minute, and neither do its partners’ keys', async () => {
    const at = await centre()
    const partner = await withPartner(at)
    const [token, key] = [await at.api.token(at.navigator.id), partner.caller.credential]
    expect([(await as(at.api, token)).status, (await as(at.api, key)).status]).toEqual([200, 200])
    const { store } = at.context()
    const profile = await store.get(Centre, at.id)
    await store.commit([change(Centre, profile, { ...profile, version: 2, status: 'suspended' }, 'suspended')])
    at.api.pass({ seconds: 61 })
    for (const credential of [token, key]) expect(await as(at.api, credential)).toMatchObject(unauthenticated)
  })

  test('gives what the roles of the moment give: a role taken away is gone within a minute', async () => {
    const at = await centre()
    const person = await at.person(['navigator', 'evaluator'])
    expect((await person.get('/v1/referrals')).status).toBe(200)
    await changed(at, await at.context().store.get(Staff, person.id), { roles: ['evaluator'] })
    at.api.pass({ seconds: 61 })
    expect(await person.get('/v1/referrals')).toMatchObject({ status: 403, body: { permission: 'referrals:read' } })
  })
})

function changed(at: TestCentre, staff: Staff, to: Partial<Staff>): Promise<Staff> {
  const after: Change<Staff> = change(Staff, staff, { ...staff, ...to, version: staff.version + 1 }, 'updated')
  return at.context().store.commit([after])
}

describe('an API key', () => {
  const month = '2026-12-21T00:00:00.000Z'

  /** A key of a partner of the centre, as it would be handed over. */
  async function withKey(given: { environment?: string; expiresAt?: string } = {}) {
    const at = await centre()
    const partner = await withPartner(at)
    const ctx = at.context()
    const id = ctx.id('key')
    const { key, digest } = mintApiKey(given.environment ?? 'test', at.id, id)
    const stored: ApiKey = {
      id,
      version: 1,
      partner: partner.id,
      name: 'calendar',
      scopes: ['prescriptions:read'],
      createdAt: ctx.now,
      expiresAt: given.expiresAt ?? month,
      digest,
    }
    await ctx.store.commit([create(ApiKey, stored, 'created')])
    return { at, partner, key, stored }
  }

  const parts = (key: string) => {
    const [, environment = '', address = '', secret = '', crc = ''] = key.split('_')
    return { environment, address, secret, crc }
  }

  test('tells which partner asks, and opens one centre with the scopes it has', async () => {
    const { at, partner, key, stored } = await withKey()
    expect(await as(at.api, key)).toMatchObject({
      status: 200,
      body: { kind: 'partner', id: stored.id, partner: partner.id, permissions: ['inbox:read'], centre: { id: at.id } },
    })
  })

  test('with a wrong checksum, secret, environment or centre opens nothing', async () => {
    const { at, key } = await withKey()
    const elsewhere = await centre({ api: at.api })
    const { environment, address, secret, crc } = parts(key)
    const other = parts(mintApiKey('test', at.id, address.replace(/.*\./, 'key_')).key)
    const flipped = crc.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    const moved = mintApiKey('test', elsewhere.id, address.replace(/.*\./, 'key_')).key
    const forged = [
      `rxc_${environment}_${address}_${secret}_${flipped}`,
      `rxc_${environment}_${address}_${other.secret}_${other.crc}`,
      `rxc_${environment}_${address}_${other.secret}_${crc}`,
      moved,
      moved.replace(parts(moved).secret, secret),
      key.replace('rxc_test', 'rxc_prod'),
      key.slice(0, -1),
      `${key}0`,
      `rxc_${environment}_${address}_${crc}`,
      'rxc_',
      key.toUpperCase(),
    ]
    for (const one of forged) expect(await as(at.api, one)).toMatchObject(unauthenticated)
    expect((await as(at.api, key)).status).toBe(200)
  })

  test('of another installation opens nothing here', async () => {
    const { at, key } = await withKey({ environment: 'prod' })
    expect(await as(at.api, key)).toMatchObject(unauthenticated)
  })

  test('ends at its expiry to the second, remembered or not', async () => {
    const { at, key } = await withKey({ expiresAt: '2026-11-21T15:00:30.000Z' })
    expect((await as(at.api, key)).status).toBe(200)
    at.api.pass({ seconds: 31 })
    expect(await as(at.api, key)).toMatchObject(unauthenticated)
  })

  test('opens nothing within 60 seconds of being revoked', async () => {
    const { at, key, stored } = await withKey()
    expect((await as(at.api, key)).status).toBe(200)
    const revoked = { ...stored, version: 2, revokedAt: at.context().now }
    await at.context().store.commit([change(ApiKey, stored, revoked, 'revoked')])
    at.api.pass({ seconds: 60 })
    expect(await as(at.api, key)).toMatchObject(unauthenticated)
  })

  test('does not work as a cookie, and its owner is no member of staff', async () => {
    const { at, key } = await withKey()
    expect(await ask(at.api, '/v1/me', { Cookie: `${cookieName}=${key}` })).toMatchObject(unauthenticated)
    for (const path of ['/v1/referrals', '/v1/staff', '/v1/tasks', '/v1/insights']) {
      expect((await ask(at.api, path, { Authorization: `Bearer ${key}` })).status).toBe(403)
    }
  })
})

describe('a session cookie', () => {
  const hours12 = 12 * 3600

  /** A browser that the navigator signed in with. */
  async function signedIn(given: Partial<Session> = {}) {
    const at = await centre()
    const handle = newHandle()
    const now = at.api.deps.now()
    await at.api.deps.system.saveSession({
      digest: handle.digest,
      person: { subject: at.navigator.id, tenant: at.id, staff: at.navigator.id },
      createdAt: now,
      seenAt: now,
      expires: Math.floor(Date.parse(now) / 1000) + hours12,
      ...given,
    })
    const cookie = { Cookie: `theme=dark; ${cookieName}=${handle.value}` }
    const own = { ...cookie, Origin: 'https://rx.test', 'Content-Type': 'application/json' }
    return { at, handle, cookie, own, me: () => ask(at.api, '/v1/me', cookie) }
  }

  test('tells who asks, and reading takes no more', async () => {
    const { at, me, cookie } = await signedIn()
    expect(await me()).toMatchObject({ status: 200, body: { id: at.navigator.id } })
    const crossSite = { ...cookie, Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' }
    expect((await ask(at.api, '/v1/referrals', crossSite)).status).toBe(200)
    expect((await ask(at.api, '/v1/referrals', crossSite, 'HEAD')).status).toBe(200)
  })

  test('says when it ends; a token does not', async () => {
    const { at, me } = await signedIn({ createdAt: '2026-11-21T12:00:00.000Z' })
    const session = { endsAt: '2026-11-22T00:00:00.000Z', idleMinutes: 30 }
    expect(await me()).toMatchObject({ status: 200, body: { session } })
    expect((await at.navigator.get('/v1/me')).body).not.toHaveProperty('session')
  })

  test('ends after 30 minutes without use, and every use begins them anew', async () => {
    const { at, me } = await signedIn()
    for (let n = 0; n < 3; n += 1) {
      at.api.pass({ minutes: 29 })
      expect((await me()).status).toBe(200)
    }
    at.api.pass({ minutes: 30, seconds: 1 })
    expect(await me()).toMatchObject(unauthenticated)
  })

  test('ends 12 hours after sign-in, however much it is used', async () => {
    const { at, me } = await signedIn()
    for (let n = 0; n < 24; n += 1) {
      at.api.pass({ minutes: 29 })
      expect((await me()).status).toBe(200)
    }
    at.api.pass({ minutes: 24 })
    expect(await me()).toMatchObject(unauthenticated)
  })

  test('is of no use past its time, though the database may remove it days later', async () => {
    const { at, me } = await signedIn({ expires: Math.floor(Date.parse('2026-11-21T15:10:00.000Z') / 1000) })
    expect((await me()).status).toBe(200)
    at.api.pass({ minutes: 11 })
    expect(await me()).toMatchObject(unauthenticated)
  })

  test('of somebody on the way through sign-in is nobody’s', async () => {
    const { at, handle, me } = await signedIn()
    const { person: _, ...rest } = (await at.api.deps.system.findSession(handle.digest)) as Session
    const signIn = { verifier: 'v', state: 's', nonce: 'n', next: '/' }
    await at.api.deps.system.saveSession({ ...rest, signIn })
    expect(await me()).toMatchObject(unauthenticated)
  })

  test.each([
    ['without an origin', {}],
    ['from another origin', { Origin: 'https://evil.test' }],
    ['from a sibling', { Origin: 'https://sub.rx.test' }],
    ['from an origin that begins like ours', { Origin: 'https://rx.test.evil.test' }],
    ['over plain HTTP', { Origin: 'http://rx.test' }],
    ['from nowhere', { Origin: 'null' }],
    ['from another site by the browser’s word', { Origin: 'https://rx.test', 'Sec-Fetch-Site': 'cross-site' }],
    ['from the same site only', { Origin: 'https://rx.test', 'Sec-Fetch-Site': 'same-site' }],
  ])('a write %s is refused, and nothing is written', async (_, headers) => {
    const { at, cookie } = await signedIn()
    const client = await withClient(at)
    const path = `/v1/clients/${client.id}`
    const json = { ...cookie, 'Content-Type': 'application/json', 'If-Match': '"1"', ...headers }
    const answers = [
      await ask(at.api, path, json, 'PATCH', '{"town":"Elora"}'),
      await ask(at.api, '/v1/clients', { ...json, 'Content-Type': 'text/plain' }, 'POST', '{}'),
      await ask(at.api, '/v1/partner/activities/x', json, 'PUT', '{}'),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 403, body: { type: 'urn:rx-community:problem:cross-site' } })
    }
    expect(await at.navigator.must('GET', path)).toEqual(client)
  })

  test('a write from one of our own pages goes through', async () => {
    const { at, own } = await signedIn()
    const body = JSON.stringify({ names: { given: 'Fern', family: 'Fiction' }, locale: 'en' })
    expect((await ask(at.api, '/v1/clients', own, 'POST', body)).status).toBe(201)
    const told = { ...own, 'Sec-Fetch-Site': 'same-origin' }
    expect((await ask(at.api, '/v1/clients/search', told, 'POST', '{"text":"fern"}')).status).toBe(200)
  })

  test('with a token beside it, the token is who asks, and it alone', async () => {
    const { at, cookie } = await signedIn()
    const token = await at.api.token(at.champion.id)
    const both = { ...cookie, Authorization: `Bearer ${token}` }
    expect(await ask(at.api, '/v1/me', both)).toMatchObject({ body: { id: at.champion.id } })
    expect(await ask(at.api, '/v1/me', { ...cookie, Authorization: 'Bearer garbage' })).toMatchObject(unauthenticated)
  })

  test('signing out ends it everywhere, from our own pages only', async () => {
    const { at, cookie, own, me } = await signedIn()
    const foreign = await ask(at.api, '/auth/sign-out', { ...cookie, Origin: 'https://evil.test' }, 'POST')
    expect([foreign.status, (await me()).status]).toEqual([403, 200])
    const { status, headers } = await ask(at.api, '/auth/sign-out', own, 'POST')
    expect(status).toBe(204)
    expect(headers.get('Set-Cookie')).toMatch(new RegExp(`^${cookieName}=;.*Max-Age=0`))
    expect(await me()).toMatchObject(unauthenticated)
    expect((await ask(at.api, '/auth/sign-out', {}, 'POST')).status).toBe(204)
  })

  test('a request still on its way cannot bring back a session that was signed out of', async () => {
    const { at, handle, own, me } = await signedIn()
    const { system } = at.api.deps
    const seen = (await system.findSession(handle.digest)) as Session
    await ask(at.api, '/auth/sign-out', own, 'POST')
    await system.touchSession({ ...seen, seenAt: at.api.deps.now() })
    expect(await me()).toMatchObject(unauthenticated)
  })

  test('is kept as a digest, so that a copy of the table opens nothing', async () => {
    const { at, handle } = await signedIn()
    const session = await at.api.deps.system.findSession(handle.digest)
    expect(JSON.stringify(session)).not.toContain(handle.value)
    expect(await ask(at.api, '/v1/me', { Cookie: `${cookieName}=${handle.digest}` })).toMatchObject(unauthenticated)
  })
})

describe('the language of an answer', () => {
  test.each([
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de, en;q=0.5, fr;q=0.7', 'fr'],
    ['EN-us', 'en'],
    ['fr;q=0, en', 'en'],
    ['de', 'en'],
    ['', 'en'],
    [';;;,q=,fr;q=x', 'fr'],
  ])('Accept-Language %s gets %s', async (header, language) => {
    const { at } = await answering
    const refused = await ask(at.api, '/v1/me', { 'Accept-Language': header })
    expect(refused.headers.get('Content-Language')).toBe(language)
    expect(refused.body.title).toBe(language === 'fr' ? 'Ouvrez une session' : 'Sign in')
    const known = { Authorization: `Bearer ${await at.api.token(at.navigator.id)}`, 'Accept-Language': header }
    expect((await ask(at.api, '/v1/clients/x', known)).headers.get('Content-Language')).toBe(language)
  })
  const answering = centre().then((at) => ({ at }))

  test('is the person’s own where the request does not say', async () => {
    const at = await centre()
    await changed(at, await at.context().store.get(Staff, at.evaluator.id), { locale: 'fr' })
    const answer = await at.evaluator.get<Problem>('/v1/referrals')
    expect(answer.headers.get('Content-Language')).toBe('fr')
    expect(answer.body.detail).toContain('referrals:read')
    expect(answer.body.detail).toMatch(/^Il faut la permission/)
  })
})

test('a foreign id and a made-up id get the same answer, whatever is asked of them', async () => {
  const [at, other] = [await centre(), await centre()]
  const { client, referral } = await withReferral(other)
  const madeUp = (id: string) => id.replace(/.{6}$/, '000000')
  const asked: [string, string, object?][] = [
    ['GET', `/v1/clients/${client.id}`],
    ['GET', `/v1/clients/${client.id}/timeline`],
    ['PATCH', `/v1/clients/${client.id}`, { town: 'Elora' }],
    ['POST', `/v1/clients/${client.id}/consents`, { scope: { kind: 'evaluation' }, how: 'spoken' }],
    ['GET', `/v1/referrals/${referral.id}`],
    ['GET', `/v1/referrals/${referral.id}/timeline`],
    ['GET', `/v1/referrals/${referral.id}/messages`],
    ['POST', `/v1/referrals/${referral.id}/accept`],
    ['POST', `/v1/referrals/${referral.id}/reject`, { reason: { code: 'unsafe' } }],
    ['POST', `/v1/referrals/${referral.id}/assign`, { navigator: at.navigator.id }],
  ]
  for (const [method, path, body] of asked) {
    const [theirs, nobodys] = await Promise.all(
      [path, path.replace(client.id, madeUp(client.id)).replace(referral.id, madeUp(referral.id))].map((to) =>
        at.navigator.send<Problem>(method, to, { ...(body && { body }), ifMatch: 1 }),
      ),
    )
    const said = (answer: typeof theirs) => {
      const { instance: _, ...rest } = answer?.body ?? { instance: '' }
      return { status: answer?.status, ...rest }
    }
    expect(said(theirs)).toEqual(said(nobodys))
    expect(theirs?.body.instance).not.toBe(nobodys?.body.instance)
  }
  expect(await other.navigator.must('GET', `/v1/referrals/${referral.id}`)).toEqual(referral)
})

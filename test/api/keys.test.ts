import { expect, test } from 'vitest'
import type { IssuedKey } from '../../shared/partners/keys/shown.ts'
import { Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { withPartner } from '../support/loop.ts'

const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

async function withKey(at: TestCentre, given: object = {}) {
  const { id: partner } = await withPartner(at)
  const key = await at.admin.must<IssuedKey & { key: string }>('POST', `/v1/partners/${partner}/keys`, {
    body: { name: 'calendar', scopes: ['activities:write'], ...given },
  })
  return { partner, key, caller: new Caller(at.api, key.id, key.key) }
}

test('a key is shown once, opens what its scopes say, and is listed without its secret', async () => {
  const at = await centre()
  const { partner, key, caller } = await withKey(at)
  expect(key).toMatchObject({ version: 1, partner, name: 'calendar', scopes: ['activities:write'] })
  expect(key.key).toMatch(new RegExp(`^rxc_test_${at.id}\\.`))
  expect(key.expiresAt.slice(0, 10)).toBe('2027-11-21')
  expect(key).not.toHaveProperty('digest')
  expect(await caller.get('/v1/partner/activities')).toMatchObject({ status: 200, body: { items: [] } })
  const { key: _, ...record } = key
  expect((await at.admin.get(`/v1/keys/${key.id}`)).body).toEqual(record)
  const { items } = await at.admin.must<{ items: { id: string }[] }>('GET', `/v1/partners/${partner}/keys`)
  expect(items.find(({ id }) => id === key.id)).toEqual(record)
  expect(JSON.stringify(items)).not.toContain('digest')
})

test('a request for a key, repeated, makes no second key and does not show the first again', async () => {
  const at = await centre()
  const { id: partner } = await withPartner(at)
  const ask = () =>
    at.admin.post<IssuedKey>(
      `/v1/partners/${partner}/keys`,
      { name: 'kiosk', scopes: ['activities:write'] },
      { headers: { 'Idempotency-Key': 'once' } },
    )
  const [first, second] = [await ask(), await ask()]
  const { key, ...record } = first.body
  expect(key).toMatch(/^rxc_test_/)
  expect(second).toMatchObject({ status: 201, body: record })
  expect(second.body).not.toHaveProperty('key')
  expect(second.headers.get('Idempotency-Replayed')).toBe('true')
  const kept = await at.context().store.queryAll<{ result: unknown }>({
    partition: `IDEMPOTENCY#${at.admin.id}`,
  })
  expect(kept.map(({ result }) => result)).toEqual([record])
})

test('a revoked key opens nothing after 60 seconds, and cannot be revoked twice', async () => {
  const at = await centre()
  const { key, caller } = await withKey(at)
  expect(await caller.get('/v1/partner/activities')).toMatchObject({ status: 200 })
  const revoked = await at.admin.post(`/v1/keys/${key.id}/revoke`, undefined, { ifMatch: 1 })
  expect(revoked).toMatchObject({ status: 200, body: { version: 2, revokedAt: expect.any(String) } })
  expect(revoked.body).not.toHaveProperty('digest')
  at.api.pass({ seconds: 60 })
  expect(await caller.get('/v1/partner/activities')).toMatchObject({ status: 401 })
  expect(await at.admin.post(`/v1/keys/${key.id}/revoke`, undefined, { ifMatch: 2 })).toMatchObject({
    status: 409,
    body: problem('key-ended'),
  })
})

test('a key that was never used before it was revoked opens nothing at all', async () => {
  const at = await centre()
  const { key, caller } = await withKey(at)
  await at.admin.must('POST', `/v1/keys/${key.id}/revoke`, { ifMatch: 1 })
  expect(await caller.get('/v1/partner/activities')).toMatchObject({ status: 401 })
})

test('a key expires on its day', async () => {
  const at = await centre()
  const { caller } = await withKey(at, { days: 2 })
  at.api.pass({ days: 1, hours: 23 })
  expect(await caller.get('/v1/me')).toMatchObject({ status: 200 })
  at.api.pass({ hours: 1 })
  expect(await caller.get('/v1/me')).toMatchObject({ status: 401 })
})

test('a rotated key works beside the new one until the overlap is over', async () => {
  const at = await centre()
  const { partner, key, caller } = await withKey(at, { days: 30 })
  const { status, body } = await at.admin.post<IssuedKey & { key: string }>(
    `/v1/keys/${key.id}/rotate`,
    { overlapHours: 2 },
    { ifMatch: 1 },
  )
  expect({ status, body }).toMatchObject({ status: 201, body: { partner, name: 'calendar', scopes: key.scopes } })
  expect(body.expiresAt.slice(0, 10)).toBe('2026-12-21')
  const next = new Caller(at.api, body.id, body.key)
  const works = async () => [await caller.get('/v1/me'), await next.get('/v1/me')].map((answer) => answer.status)
  expect(await works()).toEqual([200, 200])
  at.api.pass({ hours: 1, minutes: 59 })
  expect(await works()).toEqual([200, 200])
  at.api.pass({ minutes: 1 })
  expect(await works()).toEqual([401, 200])
  expect((await at.admin.get(`/v1/keys/${key.id}`)).body).toMatchObject({ rotatedTo: body.id, version: 2 })
})

test('an overlap never makes the old key live longer', async () => {
  const at = await centre()
  const { key } = await withKey(at, { days: 1 })
  await at.admin.must('POST', `/v1/keys/${key.id}/rotate`, { ifMatch: 1, body: { overlapHours: 168 } })
  expect((await at.admin.get(`/v1/keys/${key.id}`)).body).toMatchObject({ expiresAt: key.expiresAt })
})

test('a rotation repeated makes no third key and shows nothing; a second rotation is refused', async () => {
  const at = await centre()
  const { partner, key } = await withKey(at)
  const rotate = (ifMatch: number, headers: Record<string, string> = {}) =>
    at.admin.post<IssuedKey>(`/v1/keys/${key.id}/rotate`, {}, { ifMatch, headers })
  const once = { 'Idempotency-Key': 'turn' }
  const [first, second] = [await rotate(1, once), await rotate(1, once)]
  expect(second.body.id).toBe(first.body.id)
  expect(second.body).not.toHaveProperty('key')
  expect(await rotate(2)).toMatchObject({ status: 409, body: problem('key-ended') })
  const { items } = await at.admin.must<{ items: unknown[] }>('GET', `/v1/partners/${partner}/keys`)
  expect(items).toHaveLength(3) // the partner's first, the one rotated, the one it was rotated to
})

test('a key that has expired or was revoked cannot be rotated', async () => {
  const at = await centre()
  const [expired, revoked] = [await withKey(at, { days: 1 }), await withKey(at)]
  await at.admin.must('POST', `/v1/keys/${revoked.key.id}/revoke`, { ifMatch: 1 })
  at.api.pass({ days: 1 })
  for (const [{ key }, ifMatch] of [
    [expired, 1],
    [revoked, 2],
  ] as const) {
    const refused = await at.admin.post(`/v1/keys/${key.id}/rotate`, {}, { ifMatch })
    expect(refused).toMatchObject({ status: 409, body: problem('key-ended') })
  }
})

test('two rotate at once: one key comes of it', async () => {
  const at = await centre()
  const { key } = await withKey(at)
  const answers = await Promise.all([0, 1].map(() => at.admin.post(`/v1/keys/${key.id}/rotate`, {}, { ifMatch: 1 })))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 412])
})

test('one scope does not open another’s door, and no scope opens a client', async () => {
  const at = await centre()
  const [lister, reader] = [await withKey(at), await withKey(at, { scopes: ['prescriptions:read'] })]
  const refused = [
    [await reader.caller.get('/v1/partner/activities'), 'listings:write'],
    [await lister.caller.get('/v1/partner/prescriptions'), 'inbox:read'],
    [await lister.caller.get('/v1/activities'), 'activities:read'],
    [await lister.caller.get('/v1/partners'), 'partners:read'],
    [await lister.caller.get('/v1/clients/client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'), 'clients:read'],
    [await reader.caller.get('/v1/staff'), 'staff:read'],
    [await reader.caller.get(`/v1/keys/${reader.key.id}`), 'keys:read'],
  ] as const
  for (const [answer, permission] of refused) expect(answer).toMatchObject({ status: 403, body: { permission } })
})

test('a mistyped key, another environment’s key and another secret are all the same 401', async () => {
  const at = await centre()
  const { key } = await withKey(at)
  const changed = `${key.key.slice(0, -1)}${key.key.endsWith('0') ? '1' : '0'}`
  const other = (await withKey(at)).key
  const spliced = key.key.replace(/\.[0-9A-Z]{26}_/, `.${other.id.slice(4)}_`)
  for (const credential of [changed, spliced, key.key.replace('rxc_test_', 'rxc_prod_'), 'rxc_', 'rxc_test_x']) {
    expect(await new Caller(at.api, 'nobody', credential).get('/v1/me')).toMatchObject({ status: 401 })
  }
})

test('an inactive partner gets no key, by creation or rotation, nor does another centre’s partner', async () => {
  const at = await centre()
  const { partner, key } = await withKey(at)
  const body = { name: 'late', scopes: ['activities:write'] }
  const elsewhere = await centre({ api: at.api })
  expect(await elsewhere.admin.post(`/v1/partners/${partner}/keys`, body)).toMatchObject({ status: 404 })
  expect(await elsewhere.admin.get(`/v1/partners/${partner}/keys`)).toMatchObject({ status: 404 })
  expect(await elsewhere.admin.get(`/v1/keys/${key.id}`)).toMatchObject({ status: 404 })
  expect(await elsewhere.admin.post(`/v1/keys/${key.id}/revoke`, undefined, { ifMatch: 1 })).toMatchObject({
    status: 404,
  })
  await at.admin.must('POST', `/v1/partners/${partner}/deactivate`, { ifMatch: 1 })
  const late = await at.admin.post(`/v1/partners/${partner}/keys`, body)
  expect(late).toMatchObject({ status: 409, body: problem('partner-inactive') })
  expect(await at.admin.post(`/v1/keys/${key.id}/rotate`, {}, { ifMatch: 2 })).toMatchObject({ status: 409 })
})

test('a partner has twenty working keys at most', async () => {
  const at = await centre()
  const { partner, key } = await withKey(at) // the second: the partner came with one
  const path = `/v1/partners/${partner}/keys`
  const body = { name: 'more', scopes: ['activities:write'] }
  for (let more = 0; more < 18; more += 1) await at.admin.must('POST', path, { body })
  expect(await at.admin.post(path, body)).toMatchObject({ status: 409, body: problem('too-many-keys') })
  expect(await at.admin.post(`/v1/keys/${key.id}/rotate`, {}, { ifMatch: 1 })).toMatchObject({ status: 409 })
  await at.admin.must('POST', `/v1/keys/${key.id}/revoke`, { ifMatch: 1 })
  expect(await at.admin.post(path, body)).toMatchObject({ status: 201 })
  await at.admin.must('POST', `/v1/partners/${partner}/deactivate`, { ifMatch: 1 })
})

test('malformed requests for a key are refused by name, and make none', async () => {
  const at = await centre()
  const { id: partner } = await withPartner(at)
  const path = `/v1/partners/${partner}/keys`
  const scopes = ['activities:write']
  const bad = [
    [{ name: 'a', scopes: [] }, '#/scopes', 'too-small-list'],
    [{ name: 'a', scopes: ['clients:read'] }, '#/scopes/0', 'not-a-choice'],
    [{ name: 'a', scopes: [...scopes, ...scopes] }, '#/scopes', 'twice'],
    [{ name: 'a', scopes, days: 731 }, '#/days', 'too-big'],
    [{ name: 'a', scopes, days: 0 }, '#/days', 'too-small'],
    [{ name: ' ', scopes }, '#/name', 'empty'],
    [{ name: 'a', scopes, digest: 'x' }, '#/digest', 'unknown-field'],
  ] as const
  for (const [body, pointer, code] of bad) {
    expect(await at.admin.post(path, body)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  }
  const { items } = await at.admin.must<{ items: unknown[] }>('GET', path)
  expect(items).toHaveLength(1)
})

test('an overlap beyond a week is refused', async () => {
  const at = await centre()
  const { key } = await withKey(at)
  const refused = await at.admin.post(`/v1/keys/${key.id}/rotate`, { overlapHours: 169 }, { ifMatch: 1 })
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/overlapHours', code: 'too-big' }] } })
})

test('only an administrator sees or changes keys', async () => {
  const at = await centre()
  const { partner, key } = await withKey(at)
  const path = `/v1/partners/${partner}/keys`
  const reads = [at.navigator.get(path), at.prescriber.get(`/v1/keys/${key.id}`)]
  for (const refused of await Promise.all(reads)) {
    expect(refused).toMatchObject({ status: 403, body: { permission: 'keys:read' } })
  }
  const writes = [
    at.navigator.post(path, { name: 'a', scopes: ['activities:write'] }),
    at.navigator.post(`/v1/keys/${key.id}/rotate`, {}, { ifMatch: 1 }),
    at.evaluator.post(`/v1/keys/${key.id}/revoke`, undefined, { ifMatch: 1 }),
  ]
  for (const refused of await Promise.all(writes)) {
    expect(refused).toMatchObject({ status: 403, body: { permission: 'keys:write' } })
  }
})

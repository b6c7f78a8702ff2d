import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { peopleAtCognito } from '../../functions/api/people.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import { Centre } from '../../shared/centres/schema.ts'
import { permissionsOfRoles } from '../../shared/core/permissions.ts'
import { change } from '../../shared/db/event.ts'
import type { Me } from '../../shared/staff/me.ts'
import { type Member, Staff } from '../../shared/staff/schema.ts'
import { testApi } from '../support/api.ts'
import { Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { userPool } from '../support/cognito.ts'
import { withPartner } from '../support/loop.ts'

const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

interface Faults {
  readonly errors: { pointer: string; code: string }[]
}

async function renamed(at: TestCentre, id: string, changes: Partial<Staff>) {
  const { store } = at.context()
  const staff = await store.get(Staff, id)
  await store.commit([change(Staff, staff, { ...staff, ...changes, version: staff.version + 1 }, 'updated')])
}

interface Colleagues {
  readonly items: { id: string; name: string }[]
  readonly nextCursor?: string
}

test('active staff are listed by name in the caller’s language, with nothing that is not for colleagues', async () => {
  const at = await centre()
  const people = [at.prescriber, at.navigator, at.colleague, at.evaluator, at.champion, at.admin]
  const names = ['Zoé Zed', 'Eve Exemple', 'Élise Exemple', 'Bea Sample', 'Art Sample', 'Gone Person']
  await Promise.all(people.map(({ id }, index) => renamed(at, id, { name: names[index] ?? '' })))
  await renamed(at, at.admin.id, { status: 'deactivated' })
  const { items } = await at.prescriber.must<Colleagues>('GET', '/v1/staff')
  expect(items.map(({ name }) => name)).toEqual(['Art Sample', 'Bea Sample', 'Élise Exemple', 'Eve Exemple', 'Zoé Zed'])
  expect(Object.keys(items[0] ?? {})).toEqual(['id', 'name', 'roles', 'locale'])
  const elsewhere = await centre()
  const theirs = await elsewhere.prescriber.must<Colleagues>('GET', '/v1/staff')
  expect(theirs.items.some(({ id }) => people.some((person) => person.id === id))).toBe(false)
})

test('the list comes page by page, and its cursor is of no use elsewhere', async () => {
  const at = await centre()
  const whole = await at.navigator.must<Colleagues>('GET', '/v1/staff')
  const first = await at.navigator.must<Colleagues>('GET', '/v1/staff?limit=4')
  const rest = await at.navigator.must<Colleagues>('GET', `/v1/staff?limit=4&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items]).toEqual(whole.items)
  expect(rest.nextCursor).toBeUndefined()
  const elsewhere = await centre()
  for (const refused of [
    await elsewhere.navigator.get(`/v1/staff?limit=4&cursor=${first.nextCursor}`),
    await at.navigator.get(`/v1/staff?cursor=${first.nextCursor}x`),
    await at.navigator.get(`/v1/activities?cursor=${first.nextCursor}`),
  ]) {
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'foreign-cursor' }] } })
  }
})

test('a champion does not see the staff', async () => {
  const at = await centre()
  expect(await at.champion.get('/v1/staff')).toMatchObject({ status: 403, body: { permission: 'staff:read' } })
})

test('everybody may know who they are and what they may do', async () => {
  const at = await centre()
  const { body } = await at.champion.get<{ permissions: string[] }>('/v1/me', { headers: { 'Accept-Language': 'fr' } })
  expect(body).toMatchObject({
    id: at.champion.id,
    kind: 'person',
    name: expect.stringMatching(/^champion/),
    roles: ['champion'],
    centre: { id: at.id, zone: 'America/Toronto', locale: 'en', name: { fr: 'CSC Érable d’essai' } },
    locale: 'en',
  })
  expect(body.permissions).toEqual([...permissionsOfRoles(['champion'])].sort())
})

test('a partner’s key may know it of itself', async () => {
  const at = await centre()
  const partner = await withPartner(at, ['prescriptions:read', 'activities:write'])
  const { body } = await partner.caller.get('/v1/me')
  expect(body).toMatchObject({
    id: partner.caller.id,
    kind: 'partner',
    partner: partner.id,
    name: 'test',
    roles: ['prescriptions:read', 'activities:write'],
    permissions: ['inbox:read', 'listings:write'],
    centre: { id: at.id },
  })
})

describe('what is one’s own', () => {
  const seen = (person: Caller) => person.get<Me>('/v1/me')

  test('is for each to change: their language, and whether single keys do something', async () => {
    const at = await centre()
    expect((await seen(at.champion)).body).toMatchObject({ locale: 'en', preferences: { shortcuts: true } })
    const changes = { locale: 'fr', preferences: { shortcuts: false } }
    const changed = await at.champion.patch<Me>('/v1/me', changes)
    expect(changed).toMatchObject({ status: 200, body: { id: at.champion.id, roles: ['champion'], ...changes } })
    expect((await at.champion.patch<Me>('/v1/me', { locale: 'en' })).body).toMatchObject({ ...changes, locale: 'en' })
    expect((await seen(at.champion)).body).toEqual((await at.champion.patch<Me>('/v1/me', {})).body)
    expect((await seen(at.navigator)).body.preferences).toEqual({ shortcuts: true })
  })

  test('holds in what is answered within a minute', async () => {
    const at = await centre()
    await at.champion.must('PATCH', '/v1/me', { body: { locale: 'fr' } })
    at.api.pass({ seconds: 61 })
    expect((await at.champion.get('/v1/tasks')).body).toMatchObject({ title: 'Accès non permis' })
  })

  test('is nothing else: no role, no name, nobody else’s', async () => {
    const at = await centre()
    const bad = [
      [{ roles: ['centre-admin'] }, '#/roles'],
      [{ name: 'Somebody' }, '#/name'],
      [{ locale: 'de' }, '#/locale'],
      [{ preferences: { shortcuts: 'no' } }, '#/preferences/shortcuts'],
      [{ preferences: { shortcuts: true, theme: 'dark' } }, '#/preferences/theme'],
    ] as const
    const before = (await seen(at.champion)).body
    for (const [body, pointer] of bad) {
      expect(await at.champion.patch('/v1/me', body)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } })
    }
    expect((await seen(at.champion)).body).toEqual(before)
  })

  test('is not in an administrator’s view of them, and has its line in the audit log', async () => {
    const at = await centre()
    await at.champion.must('PATCH', '/v1/me', { body: { preferences: { shortcuts: false } } })
    const member = await at.admin.must<Member>('GET', `/v1/staff/${at.champion.id}`)
    expect(member).toMatchObject({ version: 2 })
    expect(member).not.toHaveProperty('preferences')
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${at.champion.id}`)
    expect(items.map(({ purpose, access }) => [purpose, access])).toContainEqual(['updateMe', 'write'])
  })

  test('sent twice changes once; changed twice at once, both changes stand', async () => {
    const at = await centre()
    const again = () => at.champion.patch<Me>('/v1/me', { locale: 'fr' }, { headers: { 'Idempotency-Key': 'mine' } })
    expect((await again()).body).toEqual((await again()).body)
    const both = [{ locale: 'en' }, { preferences: { shortcuts: false } }]
    const answers = await Promise.all(both.map((body) => at.champion.patch('/v1/me', body)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await seen(at.champion)).body).toMatchObject({ locale: 'en', preferences: { shortcuts: false } })
  })

  test('stays as it is in a centre that is leaving: what is exported must not change', async () => {
    const at = await centre()
    const { store } = at.context()
    const before = await store.get(Centre, at.id)
    await store.commit([change(Centre, before, { ...before, version: 2, status: 'leaving' }, 'leaving')])
    const refused = await at.admin.patch('/v1/me', { locale: 'fr' })
    expect(refused).toMatchObject({ status: 409, body: problem('offboarding-begun') })
    expect((await seen(at.admin)).body.locale).toBe('en')
  })

  test('is not a key’s: it is told so', async () => {
    const at = await centre()
    const partner = await withPartner(at, ['prescriptions:read'])
    const refused = await partner.caller.patch('/v1/me', { locale: 'fr' })
    expect(refused).toMatchObject({ status: 403, body: problem('persons-only') })
  })
})

test('without credentials nobody is anybody', async () => {
  const at = await centre()
  const response = await at.api.app.request('https://rx.test/v1/me')
  expect(response.status).toBe(401)
})

const colleague = (given: object = {}) => ({
  name: 'Fable Sample',
  email: `fable-${randomBytes(6).toString('hex')}@example.org`,
  roles: ['navigator'],
  locale: 'fr',
  ...given,
})

/** A centre whose people are in a user pool. */
async function withPool() {
  const pool = await userPool()
  const api = await testApi()
  const people = peopleAtCognito('pool', pool.client)
  const app = createApp({ ...api.deps, people }, api.keys)
  return { pool, at: await centre({ api: { ...api, app } }), neighbour: await centre({ api: { ...api, app } }) }
}

const as = async (at: TestCentre, subject: string) => new Caller(at.api, subject, await at.api.token(subject))

describe('an invitation', () => {
  test('makes somebody a colleague who is active from the first time that they sign in', async () => {
    const at = await centre()
    const body = colleague()
    const invited = await at.admin.post<Member>('/v1/staff', body)
    expect(invited).toMatchObject({ status: 201, body: { ...body, version: 2, status: 'invited' } })
    expect(invited.body).not.toHaveProperty('subject')
    const { id } = invited.body
    expect((await at.admin.get<Colleagues>('/v1/staff?status=invited')).body.items.map((one) => one.id)).toEqual([id])
    const them = await as(at, id)
    const [me, again] = await Promise.all([them.get('/v1/me'), them.get('/v1/me')])
    expect([me, again]).toMatchObject(Array(2).fill({ status: 200, body: { name: body.name, roles: ['navigator'] } }))
    expect((await at.admin.get(`/v1/staff/${id}`)).body).toMatchObject({
      status: 'active',
      joinedAt: expect.any(String),
    })
    expect(await them.get('/v1/tasks')).toMatchObject({ status: 200 })
  })

  test('with one idempotency key is one invitation, and one letter', async () => {
    const { pool, at } = await withPool()
    const body = colleague()
    const ask = () => at.admin.post<Member>('/v1/staff', body, { headers: { 'Idempotency-Key': 'once' } })
    const [first, second] = [await ask(), await ask()]
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(pool.user(body.email)).toMatchObject({ letters: 1 })
  })

  test('asked for again is sent again, with the roles that are asked for now', async () => {
    const { pool, at } = await withPool()
    const body = colleague()
    const first = await at.admin.must<Member>('POST', '/v1/staff', { body })
    const email = body.email.toUpperCase()
    const second = await at.admin.must<Member>('POST', '/v1/staff', { body: { ...body, email, roles: ['champion'] } })
    expect(second).toMatchObject({ id: first.id, roles: ['champion'], status: 'invited' })
    expect(pool.user(body.email)).toMatchObject({ letters: 2 })
  })

  test('that the identity provider refuses opens nothing, and is finished by asking again', async () => {
    const { pool, at } = await withPool()
    const body = colleague()
    pool.fail(1)
    expect(await at.admin.post('/v1/staff', body)).toMatchObject({ status: 500 })
    const [pending] = (await at.admin.must<Colleagues>('GET', '/v1/staff?status=invited')).items
    expect(pool.user(body.email)).toBeUndefined()
    const invited = await at.admin.must<Member>('POST', '/v1/staff', { body })
    expect(invited).toMatchObject({ id: pending?.id, status: 'invited' })
    const subject = pool.user(body.email)?.sub ?? ''
    expect(await (await as(at, subject)).get('/v1/me')).toMatchObject({ status: 200, body: { id: invited.id } })
  })

  test('cut short after the provider knew the person, or after they were bound here, is finished by asking again', async () => {
    const { pool, at } = await withPool()
    const { system } = at.api.deps
    for (const isBound of [false, true]) {
      const body = colleague()
      pool.fail(1)
      await at.admin.post('/v1/staff', body)
      const [pending] = (await at.admin.must<Colleagues>('GET', '/v1/staff?status=invited')).items
      const person = { ...body, id: pending?.id ?? '', locale: 'fr' } as const
      const { subject } = await peopleAtCognito('pool', pool.client).invite(person)
      if (isBound) await system.registerPerson({ subject, tenant: at.id, staff: person.id })
      expect(await (await as(at, subject)).get('/v1/me')).toMatchObject({ status: 401 })
      const invited = await at.admin.must<Member>('POST', '/v1/staff', { body })
      expect(invited.id).toBe(person.id)
      expect(await (await as(at, subject)).get('/v1/me')).toMatchObject({ status: 200 })
    }
  })

  test('of somebody who works at another centre is refused there and leaves them where they are', async () => {
    const { pool, at, neighbour } = await withPool()
    const body = colleague()
    await at.admin.must('POST', '/v1/staff', { body })
    const theirs = await as(at, pool.user(body.email)?.sub ?? '')
    expect(await neighbour.admin.post('/v1/staff', body)).toMatchObject({ status: 409, body: problem('address-taken') })
    expect(await theirs.get('/v1/me')).toMatchObject({ status: 200, body: { centre: { id: at.id } } })
    expect((await neighbour.admin.must<Colleagues>('GET', '/v1/staff?status=invited')).items).toEqual([])
    expect(pool.user(body.email)).toMatchObject({ letters: 1 })
    const [refused] = (await neighbour.admin.must<Colleagues>('GET', '/v1/staff?status=deactivated')).items
    const back = await neighbour.admin.post(`/v1/staff/${refused?.id}/reactivate`, undefined, { ifMatch: 2 })
    expect(back).toMatchObject({ status: 409, body: problem('not-invited') })
  })

  test('of somebody on the staff is refused, and names them', async () => {
    const at = await centre()
    const body = colleague()
    const { id } = await at.admin.must<Member>('POST', '/v1/staff', { body })
    await (await as(at, id)).must('GET', '/v1/me')
    expect(await at.admin.post('/v1/staff', body)).toMatchObject({
      status: 409,
      body: { ...problem('on-staff'), staff: id },
    })
  })

  test('by two at once for one address makes one colleague', async () => {
    const at = await centre()
    const body = colleague()
    const [one, other] = await Promise.all([1, 2].map(() => at.admin.must<Member>('POST', '/v1/staff', { body })))
    expect(one?.id).toBe(other?.id)
    expect((await at.admin.must<Colleagues>('GET', '/v1/staff?status=invited')).items).toHaveLength(1)
  })

  test.each([
    ['a role of the Alliance’s', { roles: ['alliance-admin'] }, '#/roles/0 not-a-choice'],
    ['no role', { roles: [] }, '#/roles too-small-list'],
    ['a role twice', { roles: ['navigator', 'navigator'] }, '#/roles twice'],
    ['no address', { email: 'fable' }, '#/email form-email'],
    ['a subject', { subject: 'x' }, '#/subject unknown-field'],
  ])('with %s is refused, and nobody is put on file', async (_, given, fault) => {
    const at = await centre()
    const refused = await at.admin.post<Faults>('/v1/staff', colleague(given))
    expect([refused.status, refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
      422,
      [fault],
    ])
    expect((await at.admin.must<Colleagues>('GET', '/v1/staff?status=invited')).items).toEqual([])
  })

  test('is for an administrator to make', async () => {
    const at = await centre()
    for (const person of [at.navigator, at.evaluator, at.champion]) {
      const refused = await person.post('/v1/staff', colleague())
      expect(refused).toMatchObject({ status: 403, body: { permission: 'staff:write' } })
    }
  })

  test('is in the audit log, with who made it', async () => {
    const at = await centre()
    const { id } = await at.admin.must<Member>('POST', '/v1/staff', { body: colleague() })
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${at.admin.id}`)
    const written = items.filter(({ changed }) => changed?.some((one) => one.id === id))
    expect(written.map(({ purpose, access }) => [purpose, access])).toEqual(Array(2).fill(['inviteColleague', 'write']))
  })
})

describe('a role', () => {
  test('that is given or taken away holds within 60 seconds', async () => {
    const at = await centre()
    expect(await at.colleague.get('/v1/tasks')).toMatchObject({ status: 200 })
    const changes = { roles: ['champion'], name: 'Zed Sample', locale: 'fr' }
    const updated = await at.admin.patch(`/v1/staff/${at.colleague.id}`, changes, { ifMatch: 1 })
    expect(updated).toMatchObject({ status: 200, body: { ...changes, version: 2 } })
    at.api.pass({ seconds: 60 })
    expect(await at.colleague.get('/v1/tasks')).toMatchObject({ status: 403 })
    expect((await at.colleague.get('/v1/me')).body).toMatchObject({ roles: ['champion'], locale: 'fr' })
    const stale = await at.admin.patch(`/v1/staff/${at.colleague.id}`, { name: 'Late' }, { ifMatch: 1 })
    expect(stale.status).toBe(412)
  })

  test('of the last administrator stays; of two who take it from each other at once, one keeps it', async () => {
    const at = await centre()
    const demote = (by: Caller, id: string) => by.patch(`/v1/staff/${id}`, { roles: ['evaluator'] }, { ifMatch: 1 })
    expect(await demote(at.admin, at.admin.id)).toMatchObject({ status: 409, body: problem('last-admin') })
    const second = await at.person(['centre-admin'])
    const answers = await Promise.all([demote(at.admin, second.id), demote(second, at.admin.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject(problem('last-admin'))
  })

  test('of an administrator who was invited and never came does not count', async () => {
    const at = await centre()
    await at.admin.must('POST', '/v1/staff', { body: colleague({ roles: ['centre-admin'] }) })
    const refused = await at.admin.post(`/v1/staff/${at.admin.id}/deactivate`, undefined, { ifMatch: 1 })
    expect(refused).toMatchObject({ status: 409, body: problem('last-admin') })
  })
})

describe('somebody who leaves', () => {
  test('finds nothing open within 60 seconds, here and at the identity provider, until they are back', async () => {
    const { pool, at } = await withPool()
    const body = colleague()
    const { id } = await at.admin.must<Member>('POST', '/v1/staff', { body })
    const user = pool.user(body.email)
    const them = await as(at, user?.sub ?? '')
    await them.must('GET', '/v1/tasks')
    const gone = await at.admin.post(`/v1/staff/${id}/deactivate`, undefined, { ifMatch: 3 })
    expect(gone).toMatchObject({ status: 200, body: { status: 'deactivated', version: 4 } })
    expect(user).toMatchObject({ enabled: false, signedOut: 1 })
    at.api.pass({ seconds: 60 })
    expect(await them.get('/v1/me')).toMatchObject({ status: 401 })
    const back = await at.admin.post(`/v1/staff/${id}/reactivate`, undefined, { ifMatch: 4 })
    expect(back).toMatchObject({ status: 200, body: { status: 'active', roles: ['navigator'] } })
    expect(user).toMatchObject({ enabled: true })
    at.api.pass({ seconds: 60 })
    // What was signed in before stays signed out; a new token opens again.
    expect(await them.get('/v1/me')).toMatchObject({ status: 401 })
    expect(await (await as(at, user?.sub ?? '')).get('/v1/me')).toMatchObject({ status: 200 })
  })

  test('is out at once even while the provider cannot be reached, and asking again tells the provider', async () => {
    const { pool, at } = await withPool()
    const body = colleague()
    const { id } = await at.admin.must<Member>('POST', '/v1/staff', { body })
    pool.fail(1)
    const leave = () => at.admin.post(`/v1/staff/${id}/deactivate`, undefined, { ifMatch: 2 })
    expect(await leave()).toMatchObject({ status: 500 })
    expect((await at.admin.get(`/v1/staff/${id}`)).body).toMatchObject({ status: 'deactivated' })
    expect(pool.user(body.email)).toMatchObject({ enabled: true })
    expect(await leave()).toMatchObject({ status: 200, body: { status: 'deactivated', version: 3 } })
    expect(pool.user(body.email)).toMatchObject({ enabled: false })
  })

  test('before they ever came is invited again when they are back', async () => {
    const at = await centre()
    const { id } = await at.admin.must<Member>('POST', '/v1/staff', { body: colleague() })
    await at.admin.must('POST', `/v1/staff/${id}/deactivate`, { ifMatch: 2 })
    const back = await at.admin.must<Member>('POST', `/v1/staff/${id}/reactivate`, { ifMatch: 3 })
    expect(back.status).toBe('invited')
  })

  test('is nobody of another centre: a foreign id, and one of nobody, are not found', async () => {
    const [at, elsewhere] = await Promise.all([centre(), centre()])
    for (const id of [elsewhere.navigator.id, 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W']) {
      const answers = await Promise.all([
        at.admin.get(`/v1/staff/${id}`),
        at.admin.patch(`/v1/staff/${id}`, { name: 'x' }, { ifMatch: 1 }),
        at.admin.post(`/v1/staff/${id}/deactivate`, undefined, { ifMatch: 1 }),
        at.admin.post(`/v1/staff/${id}/reactivate`, undefined, { ifMatch: 1 }),
      ])
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    }
  })
})

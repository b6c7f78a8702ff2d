import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createAdminApp } from '../../functions/admin/app.ts'
import { createApp } from '../../functions/api/app.ts'
import { peopleAtCognito } from '../../functions/api/people.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { Centre } from '../../shared/centres/schema.ts'
import { type Person, type RegisteredCentre, SystemStore } from '../../shared/db/system-store.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { allianceCaller } from '../support/alliance.ts'
import { type TestApi, testApi } from '../support/api.ts'
import { Caller } from '../support/caller.ts'
import { centre } from '../support/centre.ts'
import { userPool } from '../support/cognito.ts'
import { withPartner } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

type Onboarded = Centre & { readonly admin: { id: string; status: string } }

interface Registered {
  readonly id: string
  readonly status: string
  readonly onboarding: { registeredAt: string; staff: boolean; catalogue: boolean; referral: boolean }
}

const centreInput = (given: object = {}) => {
  const id = `new-${randomBytes(6).toString('hex')}`
  return {
    id,
    name: { en: 'Birch Test CHC', fr: 'CSC Bouleau d’essai' },
    town: 'Elora',
    zone: 'America/Toronto',
    phone: '519-555-0101',
    position: { latitude: 43.68, longitude: -80.43 },
    kinds: ['rural'],
    locale: 'fr',
    admin: { name: 'Fable Sample', email: `${id}@example.org`, locale: 'fr' },
    ...given,
  }
}

/** Breaks off where a centre would be listed, once. */
class CutShort extends SystemStore {
  #cut = false
  #subject = ''

  override registerPerson(person: Person) {
    this.#subject = person.subject
    return super.registerPerson(person)
  }

  override async registerCentre(line: RegisteredCentre) {
    if (this.#cut) return super.registerCentre(line)
    this.#cut = true
    throw new Error('Cut short.')
  }

  async firstOf(centre: string): Promise<string> {
    const person = await this.findPerson(this.#subject)
    return person?.tenant === centre ? person.staff : ''
  }
}

const callerOf = async (api: TestApi, id: string) => new Caller(api, id, await api.token(id))

async function alliance(given?: TestApi) {
  const api = given ?? (await testApi())
  return { api, admin: await allianceCaller(api, 'alliance-admin') }
}

describe('taking a centre on', () => {
  test('is one call, after which its administrator signs in and sets up everything else', async () => {
    const { api, admin } = await alliance()
    const body = centreInput({ settings: { firstContactDays: 10 } })
    const from = performance.now()
    const { status, headers, ...answer } = await admin.post<Onboarded>('/v1/admin/centres', body)
    expect(performance.now() - from).toBeLessThan(60_000)
    expect({ status, location: headers.get('Location') }).toEqual({
      status: 201,
      location: `/v1/admin/centres/${body.id}`,
    })
    expect(answer.body).toMatchObject({
      id: body.id,
      status: 'active',
      settings: { firstContactDays: 10, partnerAnswerDays: 14 },
      admin: { status: 'invited' },
    })
    const first = await callerOf(api, answer.body.admin.id)
    expect((await first.get('/v1/me')).body).toMatchObject({ roles: ['centre-admin'], centre: { id: body.id } })
    expect((await first.get('/v1/centre')).body).toMatchObject({ town: 'Elora', settings: { firstContactDays: 10 } })
    const colleague = { name: 'Eve Example', email: `eve-${body.id}@example.org`, roles: ['navigator'], locale: 'en' }
    expect(await first.post('/v1/staff', colleague)).toMatchObject({ status: 201 })
  })

  test('shows how far it has come, as its data has it', async () => {
    const { api, admin } = await alliance()
    const body = centreInput()
    const onboarded = await admin.must<Onboarded>('POST', '/v1/admin/centres', { body })
    const progress = async () => {
      const { onboarding } = await admin.must<Registered>('GET', `/v1/admin/centres/${body.id}`)
      const { items } = await admin.must<{ items: Registered[] }>('GET', '/v1/admin/centres')
      expect(items.find(({ id }) => id === body.id)?.onboarding).toEqual(onboarding)
      return [onboarding.staff, onboarding.catalogue, onboarding.referral]
    }
    expect(await progress()).toEqual([false, false, false])
    const first = await callerOf(api, onboarded.admin.id)
    await first.must('GET', '/v1/me')
    expect(await progress()).toEqual([true, false, false])
    await first.must('POST', '/v1/activities', {
      body: {
        name: { en: 'Choir', fr: 'Chorale' },
        description: { en: 'Sing.', fr: 'Chanter.' },
        category: 'arts-culture',
        languages: ['fr'],
        location: { kind: 'home' },
        cost: { kind: 'free' },
      },
    })
    expect(await progress()).toEqual([true, true, false])
    const colleague = { name: 'Eve Example', email: `eve-${body.id}@example.org`, roles: ['navigator'], locale: 'en' }
    const { id } = await first.must<{ id: string }>('POST', '/v1/staff', { body: colleague })
    const navigator = await callerOf(api, id)
    const client = await navigator.must<{ id: string }>('POST', '/v1/clients', {
      body: { names: { given: 'Fern', family: 'Fiction' }, locale: 'fr' },
    })
    await navigator.must<Referral>('POST', '/v1/referrals', {
      body: { client: client.id, source: 'staff', reasons: ['social-connection'] },
    })
    await settled(body)
    expect(await progress()).toEqual([true, true, true])
  })

  test('leaves its trail with the Alliance and with the centre, and nothing among client data', async () => {
    const { api, admin } = await alliance()
    const body = centreInput()
    const { admin: first } = await admin.must<Onboarded>('POST', '/v1/admin/centres', { body })
    const theirs = await callerOf(api, first.id)
    const { items } = await theirs.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${admin.id}`)
    expect(items.map(({ purpose, information }) => [purpose, information]).reverse()).toEqual([
      ['onboardCentre', ['centre']],
      ['onboardCentre', ['staff']],
      ['onboardCentre', ['staff']],
    ])
  })

  test('that was cut short anywhere is finished by asking again', async () => {
    const pool = await userPool()
    const plain = await testApi()
    const people = peopleAtCognito('pool', pool.client)
    const api = {
      ...plain,
      app: createApp({ ...plain.deps, people }, plain.keys),
      adminApp: createAdminApp({ ...plain.adminDeps, people }, plain.keys),
    }
    const { admin } = await alliance(api)
    const body = centreInput()
    pool.fail(1)
    expect(await admin.post('/v1/admin/centres', body)).toMatchObject({ status: 500 })
    expect(await admin.get(`/v1/admin/centres/${body.id}`)).toMatchObject({ status: 404 })
    const finished = await admin.post<Onboarded>('/v1/admin/centres', body)
    expect(finished).toMatchObject({ status: 201, body: { id: body.id, version: 1, admin: { status: 'invited' } } })
    expect(pool.user(body.admin.email)).toMatchObject({ letters: 1 })
    expect(await admin.post('/v1/admin/centres', body)).toMatchObject({ status: 409, body: problem('centre-exists') })
  })

  test('that was cut short is finished even when the administrator has come in the meantime', async () => {
    const plain = await testApi()
    const system = new CutShort(plain.adminDeps.database)
    const api = { ...plain, adminApp: createAdminApp({ ...plain.adminDeps, system }, plain.keys) }
    const { admin } = await alliance(api)
    const body = centreInput()
    expect(await admin.post('/v1/admin/centres', body)).toMatchObject({ status: 500 })
    const first = await system.firstOf(body.id)
    await (await callerOf(api, first)).must('GET', '/v1/me')
    expect(await admin.post('/v1/admin/centres', body)).toMatchObject({
      status: 201,
      body: { admin: { id: first, status: 'active' } },
    })
    expect(await admin.get(`/v1/admin/centres/${body.id}`)).toMatchObject({ body: { onboarding: { staff: true } } })
  })

  test('with one idempotency key has one effect and one answer', async () => {
    const { admin } = await alliance()
    const body = centreInput()
    const ask = (given: object = {}) =>
      admin.post<Onboarded>('/v1/admin/centres', { ...body, ...given }, { headers: { 'Idempotency-Key': body.id } })
    const [first, second] = [await ask(), await ask()]
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await ask({ town: 'Fergus' })).toMatchObject({ status: 422, body: problem('idempotency-mismatch') })
  })

  test('by two at once makes one centre', async () => {
    const { admin } = await alliance()
    const body = centreInput()
    const answers = await Promise.all([1, 2].map(() => admin.post<Onboarded>('/v1/admin/centres', body)))
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBeGreaterThan(0)
    expect(new Set(made.map((answer) => answer.body.admin.id)).size).toBe(1)
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([])
  })

  test('under the id of a centre that is there, or of nothing that can be one, is refused', async () => {
    const { api, admin } = await alliance()
    const there = centreInput()
    await admin.must('POST', '/v1/admin/centres', { body: there })
    const again = centreInput({ id: there.id })
    expect(await admin.post('/v1/admin/centres', again)).toMatchObject({ status: 409, body: problem('centre-exists') })
    const faults: [object, string][] = [
      [{ id: 'alliance' }, '#/id reserved-id'],
      [{ id: 'provincial' }, '#/id reserved-id'],
      [{ id: 'a' }, '#/id form'],
      [{ id: 'a#b' }, '#/id form'],
      [{ id: 'Maple' }, '#/id form'],
      [{ zone: '+05:00' }, '#/zone unknown-zone'],
      [{ settings: { measures: ['tarot'] } }, '#/settings/measures/0 unknown-instrument'],
      [{ settings: { privacyOfficer: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' } }, '#/settings/privacyOfficer unknown-field'],
      [{ status: 'suspended' }, '#/status unknown-field'],
    ]
    for (const [given, fault] of faults) {
      const body = centreInput(given)
      const refused = await admin.post<{ errors: { pointer: string; code: string }[] }>('/v1/admin/centres', body)
      expect([refused.status, refused.body.errors.map(({ pointer, code }) => `${pointer} ${code}`)]).toEqual([
        422,
        [fault],
      ])
      if (!('id' in given)) expect(await api.deps.system.findCentre(body.id)).toBeUndefined()
    }
  })

  test('is the Alliance’s administrator’s to do, not its evaluator’s', async () => {
    const api = await testApi()
    const evaluator = await allianceCaller(api, 'alliance-evaluator')
    expect(await evaluator.post('/v1/admin/centres', centreInput())).toMatchObject({
      status: 403,
      body: { permission: 'centres:write' },
    })
  })
})

describe('a suspended centre', () => {
  async function withCentre() {
    const { api, admin } = await alliance()
    const at = await centre({ api })
    await api.unenforced.system.registerCentre({
      id: at.id,
      name: { en: 'Maple Test CHC', fr: 'CSC Érable d’essai' },
      town: 'Guelph',
      zone: 'America/Toronto',
      status: 'active',
      onboarding: { registeredAt: '2026-11-21T15:00:00.000Z' },
    })
    return { api, admin, at }
  }

  test('opens to no token and no key within 60 seconds, and opens again when it is resumed', async () => {
    const { api, admin, at } = await withCentre()
    const partner = await withPartner(at)
    const doors = async () => [await at.navigator.get('/v1/me'), await partner.caller.get('/v1/me')]
    expect((await doors()).map(({ status }) => status)).toEqual([200, 200])
    const reason = 'Its agreement has ended.'
    const suspended = await admin.post(`/v1/admin/centres/${at.id}/suspend`, { reason })
    expect(suspended).toMatchObject({ status: 200, body: { id: at.id, status: 'suspended', statusReason: reason } })
    api.pass({ seconds: 60 })
    expect((await doors()).map(({ status }) => status)).toEqual([401, 401])
    expect(await admin.get(`/v1/admin/centres/${at.id}`)).toMatchObject({ body: { status: 'suspended' } })
    const again = await admin.post(`/v1/admin/centres/${at.id}/suspend`, { reason: 'Said twice.' })
    expect(again).toMatchObject({ status: 200, body: { statusReason: reason } })
    const resumed = await admin.post(`/v1/admin/centres/${at.id}/resume`)
    expect(resumed).toMatchObject({ status: 200, body: { id: at.id, status: 'active' } })
    expect(resumed.body).not.toHaveProperty('statusReason')
    api.pass({ seconds: 60 })
    expect((await doors()).map(({ status }) => status)).toEqual([200, 200])
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${admin.id}`)
    expect(items.map(({ purpose }) => purpose)).toEqual(['resumeCentre', 'suspendCentre'])
  })

  test('is nobody’s who was invited and has not come yet', async () => {
    const { api, admin, at } = await withCentre()
    const body = { name: 'Fable Sample', email: `${at.id}@example.org`, roles: ['navigator'], locale: 'fr' }
    const { id } = await at.admin.must<{ id: string }>('POST', '/v1/staff', { body })
    await admin.must('POST', `/v1/admin/centres/${at.id}/suspend`, { body: { reason: 'Its agreement has ended.' } })
    expect(await (await callerOf(api, id)).get('/v1/me')).toMatchObject({ status: 401 })
    expect(await api.deps.system.findStaff(at.id, id)).toMatchObject({ status: 'invited' })
  })

  test('has to be one of the registry, with a reason', async () => {
    const { admin, at } = await withCentre()
    for (const id of ['alliance', 'provincial', 'no-such-centre', 'x']) {
      const refused = await admin.post(`/v1/admin/centres/${id}/suspend`, { reason: 'No.' })
      expect(refused).toMatchObject({ status: 404 })
    }
    expect(await admin.post(`/v1/admin/centres/${at.id}/suspend`, {})).toMatchObject({ status: 422 })
    expect(await at.navigator.get('/v1/me')).toMatchObject({ status: 200 })
  })
})

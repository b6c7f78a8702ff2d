import { readdirSync, readFileSync } from 'node:fs'
import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { describe, expect, test } from 'vitest'
import { Places } from '../../shared/activities/schema.ts'
import type { Client } from '../../shared/clients/schema.ts'
import { type TableName, tables } from '../../shared/db/tables.ts'
import type { Disposal } from '../../shared/disposals/schema.ts'
import type { Hold } from '../../shared/holds/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'
import { withActivity, withPartner, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'
import { allStored, type Stored } from '../support/stored.ts'

/** The tables that do not tell who did what. */
const unaudited = (Object.keys(tables) as TableName[]).filter((name) => name !== 'audit')

/** What of one centre is stored, table by table, by where it is. */
const placesOf = (at: TestCentre, all: readonly Stored[]) =>
  all.filter(({ pk }) => pk.startsWith(`T#${at.id}#`)).map(({ table, pk, sk }) => `${table} ${pk.split('#')[2]} ${sk}`)

let marks = 0
/** A word that is nowhere else. */
const mark = () =>
  `zq${String.fromCharCode(
    ...String(++marks)
      .split('')
      .map((n) => 97 + Number(n)),
  )}xyw`

const dispose = (at: TestCentre, { id }: Pick<Client, 'id'>, reason: Disposal['reason'] = 'created-in-error') =>
  at.admin.post<Disposal & { keptUntil?: string; type?: string }>(`/v1/clients/${id}/dispose`, { reason })

const code = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:rx-community:problem:', '')

/** Has the function stopped by its host after so many commands to the database. */
function stoppable({ api, id }: TestCentre) {
  let left = Number.POSITIVE_INFINITY
  api.deps.databaseOf(id).documents.middlewareStack.add(
    (next) => (args) => {
      left -= 1
      if (left < 0) throw new Error('The function was stopped.')
      return next(args)
    },
    { step: 'initialize', name: 'stopping', override: true },
  )
  return {
    after: (commands: number) => {
      left = commands
    },
    never: () => {
      left = Number.POSITIVE_INFINITY
    },
  }
}

/** A client with something of every kind, each part with its own marked words. */
async function full(at: TestCentre) {
  const [name, former, note, words, phone] = [mark(), mark(), mark(), mark(), '519-555-0177']
  const partner = await withPartner(at)
  const activity = await withActivity(at, { partner: partner.id, capacity: 1 })
  const keyed = (key: string) => ({ headers: { 'Idempotency-Key': key } })
  const at1 = at.navigator
  const client = await at1.must<Client>('POST', '/v1/clients', {
    body: {
      names: { given: former, family: 'Fiction' },
      birthDate: '1951-04-12',
      chartNumber: former,
      locale: 'en',
      contactPoints: [{ system: 'phone', value: phone, preferred: true, safe: { voicemail: true, text: true } }],
    },
    ...keyed('create'),
  })
  await at1.must('PATCH', `/v1/clients/${client.id}`, {
    body: { names: { given: name, family: 'Fiction' }, chartNumber: name, birthDate: '1951-04-13', reason: note },
    ifMatch: 1,
    ...keyed('rename'),
  })
  const twin = await withClient(at, { names: { given: former, family: words } } as Partial<Client>)
  await at1.must('POST', `/v1/clients/${client.id}/merge`, { body: { from: twin.id }, ifMatch: 2, ...keyed('merge') })
  const referral = await at.prescriber.must<{ id: string }>('POST', '/v1/referrals', {
    body: { client: client.id, source: 'nurse', reasons: ['elder-abuse'], note },
    ...keyed('refer'),
  })
  await at1.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1, ...keyed('accept') })
  const of = `/v1/referrals/${referral.id}`
  const contact = await at1.must<{ id: string }>('POST', `${of}/contacts`, {
    body: { channel: 'in-person', result: 'reached', note },
    ...keyed('contact'),
  })
  const goal = await at1.must<{ id: string }>('POST', `${of}/goals`, { body: { words }, ...keyed('goal') })
  await at1.must('PATCH', `/v1/goals/${goal.id}`, { body: { words: note }, ifMatch: 1 })
  await at1.must('POST', `${of}/outcomes`, {
    body: { instrument: 'loneliness-direct', mode: 'self', phase: 'baseline', answers: { lonely: 4 } },
    ...keyed('outcome'),
  })
  await at1.must('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
    ...keyed('consent'),
  })
  const proposal = await at1.must<Prescription>('POST', `${of}/prescriptions`, {
    body: { activity: activity.id, noteToPartner: words },
  })
  await at1.must('POST', `/v1/prescriptions/${proposal.id}/request`, { body: {}, ifMatch: 1, ...keyed('ask') })
  await partner.caller.must('POST', `/v1/partner/prescriptions/${proposal.id}/answer`, {
    body: { answer: 'accept' },
    ifMatch: 2,
    ...keyed('answer'),
  })
  await at1.must('PUT', `/v1/activities/${activity.id}/sessions/2026-11-17/attendances`, {
    body: { attendances: [{ prescription: proposal.id, result: 'attended' }] },
    ...keyed('attend'),
  })
  await at1.must('POST', `/v1/clients/${client.id}/directives`, {
    body: { scope: { kind: 'record' }, against: { kind: 'person', staff: at.colleague.id } },
    ...keyed('direct'),
  })
  await at.colleague.must('POST', '/v1/break-glass', { body: { client: client.id, reason: note } })
  await at1.must('POST', `/v1/clients/${client.id}/statements`, { body: { words, entity: contact.id } })
  await at1.must('POST', '/v1/signposts', { body: { client: client.id, activity: activity.id }, ...keyed('tell') })
  const hold = await at.admin.must<Hold>('POST', `/v1/clients/${client.id}/holds`, { body: { reason: note } })
  await at.admin.must('POST', `/v1/holds/${hold.id}/lift`, { body: { reason: words }, ifMatch: 1 })
  await settled(at)
  return { client, twin, referral, prescription: proposal, activity, partner, words: [name, former, note, words] }
}

describe('disposing of a client', () => {
  test('leaves nothing of the person in any table but the audit log, which has no name, and a certificate', async () => {
    const at = await centre()
    const scene = await full(at)
    const { client, twin, words, referral, prescription } = scene
    const before = await allStored()
    for (const word of words) expect(before.filter(({ text }) => text.includes(word)).length, word).toBeGreaterThan(0)

    const { status, body } = await dispose(at, client)
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'completed', client: client.id } })
    await settled(at)

    const after = await allStored()
    for (const word of [...words, '5195550177', '519-555-0177', '1951-04-12', '1951-04-13']) {
      expect(
        after.filter(({ pk, text }) => pk.includes(at.id) && text.includes(word)).map(({ pk, sk }) => [pk, sk]),
      ).toEqual([])
      if (word.startsWith('zq')) expect(after.filter(({ text }) => text.includes(word))).toEqual([])
    }
    for (const id of [referral.id, prescription.id, twin.id, client.id]) {
      const left = after.filter(({ table, text }) => table !== 'audit' && text.includes(id))
      expect(
        left.filter(({ pk }) => !pk.includes('#DISPOSAL#')).map(({ pk, sk }) => [pk, sk]),
        id,
      ).toEqual([])
    }
    const isOfClients = (place: string) => /^care /.test(place)
    expect(
      placesOf(at, after)
        .filter(isOfClients)
        .map((place) => place.replace(/event_\w+/, 'event_'))
        .toSorted(),
    ).toEqual(['care DISPOSAL ENTITY', 'care DISPOSAL EVENT#event_', 'care DISPOSAL EVENT#event_'])
  })

  test('takes the person’s names out of the register of incidents, which stays', async () => {
    const at = await centre()
    const client = await withClient(at, {
      names: { given: 'Ann', family: 'O’Fiction', preferred: 'Anne-Marie' },
      contactPoints: [
        { system: 'phone', value: '519-555-0143', preferred: true, safe: { voicemail: true, text: true } },
      ],
    })
    const names = { given: 'Ann', family: 'O’Fable' }
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { names }, ifMatch: 1 })
    const entered = (what: string) =>
      at.admin.must<{ id: string }>('POST', '/v1/incidents', {
        body: { kind: 'loss', what, period: { from: '2026-11-01', to: '2026-11-02' } },
      })
    const named = await entered('Anne-Marie O’Fiction (now O’Fable, 519-555-0143) rang: a list with Ann on it. Annual.')
    const other = await entered('A binder was left on the bus.')
    expect((await dispose(at, client)).status).toBe(200)
    expect(await at.admin.must('GET', `/v1/incidents/${named.id}`)).toMatchObject({
      kind: 'loss',
      what: '[…] […] (now […], […]) rang: a list with […] on it. Annual.',
      version: 2,
    })
    expect(await at.admin.must('GET', `/v1/incidents/${other.id}`)).toMatchObject({ version: 1 })
  })

  test('leaves a certificate of how much there was, with nobody in it', async () => {
    const at = await centre()
    const { client, twin, words } = await full(at)
    const { body } = await dispose(at, client)
    expect(body).toMatchObject({
      id: client.id.replace('client_', 'disposal_'),
      client: client.id,
      mergedFrom: [twin.id],
      reason: 'created-in-error',
      status: 'completed',
      startedBy: at.admin.id,
      counts: { client: 2, referral: 1, contact: 1, goal: 1, outcome: 1, prescription: 1, attendance: 1, series: 1 },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    for (const word of words) expect(JSON.stringify(body)).not.toContain(word)
    expect(await at.admin.must('GET', '/v1/disposals')).toMatchObject({ items: [body] })
    expect(await at.admin.must('GET', `/v1/disposals/${body.id}`)).toEqual(body)
  })

  test('gives the place in an activity to whoever is next', async () => {
    const at = await centre()
    const { client, activity, prescription } = await full(at)
    const waiting = await withRequest(at, activity, true).catch((error) => error)
    expect(waiting).toBeInstanceOf(Error)
    const own = await withActivity(at, { capacity: 1 })
    const holder = await withRequest(at, own)
    const next = await withRequest(at, own, true)
    expect(next.status).toBe('on-hold')
    await dispose(at, { id: holder.client })
    await settled(at)
    expect(await at.navigator.must('GET', `/v1/prescriptions/${next.id}`)).toMatchObject({ status: 'accepted' })
    await dispose(at, client)
    const places = await at.context().store.find(Places, activity.id)
    expect(JSON.stringify(places)).not.toContain(prescription.id)
    expect(places).toMatchObject({ taken: 0, waiting: [] })
  })

  test('takes a client out of a waiting list', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    await withRequest(at, activity)
    const { client } = await withRequest(at, activity, true)
    await dispose(at, { id: client })
    expect(await at.context().store.find(Places, activity.id)).toMatchObject({ taken: 1, waiting: [] })
  })

  test('is not found afterwards by anybody, in any way', async () => {
    const at = await centre()
    const { client, words } = await full(at)
    await dispose(at, client)
    for (const text of words.slice(0, 2)) {
      expect(await at.navigator.must('POST', '/v1/clients/search', { body: { text } })).toEqual({ items: [] })
    }
    for (const path of ['', '/timeline', '/corrections', '/statements', '/consents']) {
      expect((await at.navigator.get(`/v1/clients/${client.id}${path}`)).status).toBe(404)
    }
    expect((await at.admin.get(`/v1/clients/${client.id}/record`)).status).toBe(404)
    const log = await at.admin.must<{ items: { purpose: string }[] }>('GET', `/v1/audit?client=${client.id}&limit=100`)
    expect(log.items.map(({ purpose }) => purpose)).toContain('disposeClient')
  })

  test('leaves the other clients of the centre as they are', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const other = await full(at)
    const before = placesOf(at, await allStored(unaudited))
    const gone = await withClient(at, { names: { given: 'Fern', family: 'Fiction' } } as Partial<Client>)
    await dispose(at, gone)
    await settled(at)
    const after = placesOf(at, await allStored(unaudited))
    for (const place of before) expect(after).toContain(place)
    expect(await at.navigator.must('GET', `/v1/referrals/${referral.id}`)).toMatchObject({ client: client.id })
    expect((await at.navigator.get(`/v1/clients/${other.client.id}`)).status).toBe(200)
  })

  test('asked for twice changes nothing more, and one key is good for one disposal', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    const headers = { 'Idempotency-Key': 'once' }
    const send = () =>
      at.admin.post<Disposal>(`/v1/clients/${client.id}/dispose`, { reason: 'created-in-error' }, { headers })
    const first = await send()
    expect((await send()).body).toEqual(first.body)
    expect((await dispose(at, client)).body).toEqual(first.body)
  })

  test('finds what an earlier name left behind, and answers that tell of several people', async () => {
    const at = await centre()
    const { api } = at
    const [former, long] = [mark(), Array.from({ length: 4 }, () => `${mark()}${'qwertzuiop'.repeat(2)}`).join(' ')]
    const client = await withClient(at, { names: { given: former, family: 'Fiction' } } as Partial<Client>)
    const entries = (await allStored(['care'])).filter(({ pk, text }) => pk.includes('#NAME#') && text.includes(former))
    // More endings than a transaction has room for beside its answer.
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, {
      body: { names: { given: long.slice(0, 60), family: long.slice(60, 120) } },
      ifMatch: 1,
      headers: { 'Idempotency-Key': 'long' },
    })
    const { documents, prefix } = api.unenforced.database
    for (const { item } of entries)
      await documents.send(new PutCommand({ TableName: `${prefix}-care`, Item: unmarshall(item) }))
    const activity = await withActivity(at)
    const [one, other] = [await withRequest(at, activity), await withRequest(at, activity)]
    for (const { id } of [one, other]) {
      await at.navigator.must('POST', `/v1/prescriptions/${id}/answer`, { body: { answer: 'accept' }, ifMatch: 2 })
    }
    const ticked = () =>
      at.navigator.send('PUT', `/v1/activities/${activity.id}/sessions/2026-11-17/attendances`, {
        body: { attendances: [one, other].map(({ id }) => ({ prescription: id, result: 'attended' })) },
        headers: { 'Idempotency-Key': 'ticked' },
      })
    expect((await ticked()).status).toBe(200)
    await at.navigator.must('POST', `/v1/clients/${one.client}/merge`, { body: { from: client.id }, ifMatch: 1 })
    await dispose(at, { id: one.client })
    await settled(at)
    const after = await allStored(unaudited)
    for (const word of [former, ...long.slice(0, 60).split(' ').slice(0, 1), one.id, one.client]) {
      const left = after.filter(({ pk, text }) => !pk.includes('#DISPOSAL#') && text.includes(word))
      expect(
        left.map(({ pk, sk }) => [pk, sk]),
        word,
      ).toEqual([])
    }
    expect((await ticked()).status).toBe(409)
    expect((await at.navigator.get(`/v1/prescriptions/${other.id}`)).status).toBe(200)
  })

  test('cut short at any command, it goes on when it is asked for again, and certifies all of it', async () => {
    const at = await centre()
    const whole = await full(at)
    const { counts } = (await dispose(at, whole.client)).body
    const { client, words } = await full(at)
    const stop = stoppable(at)
    let answer = { status: 0, body: {} as Disposal }
    // Each attempt comes a little further, and is stopped at another command.
    for (let budget = 5; answer.status !== 200; budget += 7) {
      stop.after(budget)
      answer = await dispose(at, client)
      expect(budget).toBeLessThan(1000)
    }
    stop.never()
    await settled(at)
    expect(answer.body).toMatchObject({ status: 'completed', counts })
    const after = await allStored()
    for (const word of words) expect(after.filter(({ text }) => text.includes(word))).toEqual([])
  })

  test('under way, a record is found by nobody, takes nothing new and is held by nothing', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const stop = stoppable(at)
    const state = async () => (await at.navigator.get<Client>(`/v1/clients/${client.id}`)).body.status
    for (let budget = 6; (await state()) === 'active'; budget += 1) {
      stop.after(budget)
      await dispose(at, client)
      stop.never()
    }
    expect(await state()).toBe('disposing')
    const writes = [
      await at.prescriber.post('/v1/referrals', { client: client.id, source: 'nurse', reasons: ['elder-abuse'] }),
      await at.navigator.patch(`/v1/clients/${client.id}`, { town: 'Elora' }, { ifMatch: 2 }),
      await at.navigator.post(`/v1/referrals/${referral.id}/goals`, { words: 'Sing.' }),
      await at.admin.post(`/v1/clients/${client.id}/holds`, { reason: 'Too late.' }),
      await at.navigator.post(`/v1/clients/${client.id}/merge`, { from: (await withClient(at)).id }, { ifMatch: 2 }),
    ]
    for (const refused of writes as { status: number; body: { type: string } }[]) {
      expect([refused.status, code(refused)]).toEqual([409, 'client-disposing'])
    }
    const { items } = await at.navigator.must<{ items: { id: string }[] }>('POST', '/v1/clients/search', {
      body: { birthDate: client.birthDate },
    })
    expect(items).toEqual([])
    expect(await at.admin.must('GET', '/v1/disposals')).toMatchObject({ items: [{ status: 'under-way' }] })
    expect((await dispose(at, client)).body).toMatchObject({ status: 'completed' })
  })

  test('closes the record at once: nothing new is attached to one that is on its way out', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    const referring = () =>
      at.prescriber.post<{ type: string }>('/v1/referrals', { client: client.id, source: 'nurse', reasons: ['stress'] })
    const [disposed, ...referred] = await Promise.all([dispose(at, client), ...Array.from({ length: 6 }, referring)])
    expect(disposed.status).toBe(200)
    for (const { status } of referred) expect([201, 404, 409]).toContain(status)
    await dispose(at, client)
    const left = (await allStored(['care'])).filter(({ text }) => text.includes(client.id))
    expect(left.filter(({ pk }) => !pk.includes('#DISPOSAL#')).map(({ pk, sk }) => [pk, sk])).toEqual([])
  })
})

describe('a record is not disposed of', () => {
  test('before its retention has ended, unless it was created in error', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    const refused = await dispose(at, client, 'retention-ended')
    expect([refused.status, code(refused), refused.body.keptUntil]).toEqual([409, 'retention-not-ended', '2036-11-21'])
    expect((await at.navigator.get(`/v1/clients/${client.id}`)).body).toEqual(client)
    expect((await dispose(at, client)).status).toBe(200)
  })

  test('under a legal hold, for whatever reason', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    await at.admin.must('POST', `/v1/clients/${client.id}/holds`, { body: { reason: 'A claim.' } })
    for (const reason of ['created-in-error', 'retention-ended'] as const) {
      expect(code(await dispose(at, client, reason))).toBe('legal-hold')
    }
    expect((await at.navigator.get(`/v1/clients/${client.id}`)).body).toEqual(client)
  })

  test('under a hold that is set in the same instant', async () => {
    for (let n = 0; n < 4; n += 1) {
      const at = await centre()
      const { client } = await withReferral(at)
      const [disposed, held] = await Promise.all([
        dispose(at, client),
        at.admin.post(`/v1/clients/${client.id}/holds`, { reason: 'A claim.' }),
      ])
      expect([disposed.status, held.status]).toSatisfy(
        ([a, b]: number[]) => (a === 200 && (b === 404 || b === 409)) || (a === 409 && b === 201),
      )
    }
  })

  test('when it is one that went into another, somebody else’s, or nobody’s', async () => {
    const [at, other] = [await centre(), await centre()]
    const [into, from, foreign] = [await withClient(at), await withClient(at), await withClient(other)]
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    expect(code(await dispose(at, from))).toBe('client-merged')
    const [a, b] = [await dispose(at, foreign), await dispose(at, { id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' })]
    expect([a.status, { ...a.body, instance: '' }]).toEqual([b.status, { ...b.body, instance: '' }])
    expect(a.status).toBe(404)
    expect((await other.navigator.get(`/v1/clients/${foreign.id}`)).status).toBe(200)
  })

  test('by anybody but an administrator, or for another reason', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    for (const person of [at.prescriber, at.navigator, at.evaluator, at.champion]) {
      const refused = await person.post(`/v1/clients/${client.id}/dispose`, { reason: 'created-in-error' })
      expect(refused).toMatchObject({ status: 403, body: { permission: 'clients:dispose' } })
      expect((await person.get('/v1/disposals')).status).toBe(403)
    }
    expect((await at.admin.post(`/v1/clients/${client.id}/dispose`, { reason: 'tidying-up' })).status).toBe(422)
    expect((await at.navigator.get(`/v1/clients/${client.id}`)).status).toBe(200)
  })
})

test('only a disposal removes anything for good', () => {
  const root = new URL('../../', import.meta.url).pathname
  const files = ['shared', 'functions'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  const using = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(`${root}${file}`, 'utf8')))
  expect(using(/\.dispose(Answers)?\(/)).toEqual(['shared/disposals/remove.ts'])
})

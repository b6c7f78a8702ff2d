import { describe, expect, test } from 'vitest'
import { prefix } from '../../infra/place.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { Directive } from '../../shared/directives/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { testApi } from '../support/api.ts'
import type { Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient } from '../support/centre.ts'
import { withActivity, withPartner } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

interface Items {
  readonly items: { id?: string; subject?: string; kind?: string; type?: string; client?: string }[]
}

function withhold(at: TestCentre, client: string, scope: Directive['scope'], against: Directive['against']) {
  return at.navigator.must<Directive>('POST', `/v1/clients/${client}/directives`, { body: { scope, against } })
}

/** A client of whom everything is on file, with the colleague as the one who is not to see. */
async function locked(scope: Directive['scope'], against?: Directive['against']) {
  const api = await testApi()
  const at = await centre({ api })
  const { client, referral } = await withCaseload(at)
  const contact = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/contacts`, {
    body: { channel: 'phone', result: 'reached', note: 'Talked about the garden.' },
  })
  const goal = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/goals`, {
    body: { words: 'Sing again.' },
  })
  const outcome = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/outcomes`, {
    body: { instrument: 'loneliness-direct', mode: 'self', phase: 'baseline', answers: { lonely: 4 } },
  })
  const directive = await withhold(at, client.id, scope, against ?? { kind: 'person', staff: at.colleague.id })
  return { api, at, client, referral, contact, goal, outcome, directive }
}

/** Every read of the API that could show something of this client, by path. */
function reads({ client, referral, contact, goal, outcome }: Awaited<ReturnType<typeof locked>>): string[] {
  return [
    `/v1/clients/${client.id}`,
    `/v1/clients/${client.id}/timeline`,
    `/v1/clients/${client.id}/consents`,
    `/v1/clients/${client.id}/outcomes`,
    `/v1/clients/${client.id}/directives`,
    `/v1/referrals/${referral.id}`,
    `/v1/referrals/${referral.id}/timeline`,
    `/v1/referrals?client=${client.id}`,
    '/v1/referrals?status=in-progress',
    `/v1/referrals/${referral.id}/contacts`,
    `/v1/referrals/${referral.id}/goals`,
    `/v1/referrals/${referral.id}/outcomes`,
    `/v1/referrals/${referral.id}/follow-ups`,
    `/v1/referrals/${referral.id}/prescriptions`,
    `/v1/referrals/${referral.id}/messages`,
    `/v1/contacts/${contact.id}`,
    `/v1/goals/${goal.id}`,
    `/v1/outcomes/${outcome.id}`,
    `/v1/tasks?assignee=${referral.navigator}`,
  ]
}

const searched = (by: Caller, text: string) => by.post<Items>('/v1/clients/search', { text })

describe('a locked record', () => {
  test('is nowhere for the one from whom it is withheld: not got, listed, searched, counted or told', async () => {
    const scene = await locked({ kind: 'record' })
    const { at, client } = scene
    for (const path of reads(scene)) {
      const { status, body, headers } = await at.colleague.get<Items>(path)
      if (status === 404) continue
      expect({ path, status, items: body.items }).toEqual({ path, status: 200, items: [] })
      expect(JSON.stringify(body)).not.toContain(client.id)
      if (path.includes('status=')) expect(headers.get('Information-Incomplete')).toBe('true')
    }
    const hits = await searched(at.colleague, 'ict')
    expect(hits.body.items).toEqual([])
    expect(hits.headers.get('Information-Incomplete')).toBe('true')
    expect((await searched(at.navigator, 'ict')).body.items).toHaveLength(1)
  })

  test('cannot be written to either, and looks like a record that does not exist', async () => {
    const { at, client, referral } = await locked({ kind: 'record' })
    const [locked_, missing] = await Promise.all([
      at.colleague.patch<object>(`/v1/clients/${client.id}`, { town: 'Guelph' }, { ifMatch: client.version }),
      at.colleague.patch<object>(`/v1/clients/${client.id.slice(0, -4)}0000`, { town: 'Guelph' }, { ifMatch: 1 }),
    ])
    expect(locked_.status).toBe(404)
    expect({ ...locked_.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    for (const [path, body] of [
      ['consents', { scope: { kind: 'evaluation' }, how: 'spoken' }],
      ['directives', { scope: { kind: 'record' }, against: { kind: 'person', staff: at.prescriber.id } }],
      ['statements', { words: 'That is not how it was.' }],
    ] as const) {
      expect((await at.colleague.post(`/v1/clients/${client.id}/${path}`, body)).status).toBe(404)
    }
    expect((await at.colleague.post(`/v1/referrals/${referral.id}/resume`, undefined, { ifMatch: 1 })).status).toBe(404)
  })

  test('is open again once the client’s word is lifted', async () => {
    const { at, client, directive } = await locked({ kind: 'record' })
    await at.navigator.must('POST', `/v1/directives/${directive.id}/lift`, { ifMatch: 1 })
    const { status, headers } = await at.colleague.get(`/v1/clients/${client.id}`)
    expect({ status, incomplete: headers.get('Information-Incomplete') }).toEqual({ status: 200, incomplete: null })
  })
})

test('a locked section is missing from the whole, and the reader learns that something is', async () => {
  const scene = await locked({ kind: 'section', section: 'contact' })
  const { at, client, contact } = scene
  expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(200)
  expect((await at.colleague.get(`/v1/contacts/${contact.id}`)).status).toBe(404)
  const timeline = await at.colleague.get<Items>(`/v1/clients/${client.id}/timeline`)
  expect(timeline.body.items.map(({ type }) => type)).not.toContain('contact.logged')
  expect(timeline.body.items.length).toBeGreaterThan(0)
  expect(timeline.headers.get('Information-Incomplete')).toBe('true')
})

test('a locked entry takes along what hangs on it, and leaves the rest', async () => {
  const scene = await locked({ kind: 'section', section: 'goal' })
  const { at, client, referral, outcome } = scene
  await withhold(at, client.id, { kind: 'entry', entry: outcome.id }, { kind: 'role', role: 'prescriber' })
  expect((await at.prescriber.get(`/v1/outcomes/${outcome.id}`)).status).toBe(404)
  expect((await at.prescriber.get(`/v1/referrals/${referral.id}`)).status).toBe(200)
  await withhold(at, client.id, { kind: 'entry', entry: referral.id }, { kind: 'role', role: 'prescriber' })
  expect((await at.prescriber.get<Items>(`/v1/referrals/${referral.id}/contacts`)).body.items ?? []).toEqual([])
})

test('a directive against a role holds for everybody in it, and from its day on', async () => {
  const scene = await locked({ kind: 'record' }, { kind: 'role', role: 'prescriber' })
  const { api, at, client } = scene
  expect((await at.prescriber.get(`/v1/clients/${client.id}`)).status).toBe(404)
  expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(200)
  await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
    body: { scope: { kind: 'record' }, against: { kind: 'person', staff: at.colleague.id }, since: '2026-12-01' },
  })
  expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(200)
  api.pass({ days: 11 })
  expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(404)
})

test('a write on a record that is withheld from its author answers as for one that is not there', async () => {
  const { at, client } = await locked({ kind: 'record' })
  const nobody = 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'
  const refer = (id: string) => at.colleague.post('/v1/referrals', { client: id, source: 'staff', reasons: ['stress'] })
  const [withheld, missing] = [await refer(client.id), await refer(nobody)]
  expect([withheld.status, missing.status]).toEqual([404, 404])
  expect((await at.navigator.must<Items>('GET', `/v1/referrals?client=${client.id}`)).items).toHaveLength(1)

  const other = await locked({ kind: 'record' }, { kind: 'role', role: 'centre-admin' })
  const hold = await other.at.admin.post(`/v1/clients/${other.client.id}/holds`, { reason: 'A court asked for it.' })
  expect(hold.status).toBe(404)
})

test('a directive against nobody that the centre knows would withhold nothing, and is refused', async () => {
  const [at, elsewhere] = [await centre(), await centre()]
  const client = await withClient(at)
  const theirs = await withPartner(elsewhere)
  for (const [against, pointer, code] of [
    [{ kind: 'person', staff: elsewhere.colleague.id }, '#/against/staff', 'not-staff'],
    [{ kind: 'organisation', partner: theirs.id }, '#/against/partner', 'unknown-partner'],
  ] as const) {
    const refused = await at.navigator.post(`/v1/clients/${client.id}/directives`, {
      scope: { kind: 'record' },
      against,
    })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  }
  expect((await at.navigator.must<Items>('GET', `/v1/clients/${client.id}/directives`)).items).toEqual([])
})

test('a directive against an organisation outweighs the consent that was given', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const activity = await withActivity(at, { partner: partner.id })
  const { client, referral } = await withCaseload(at)
  await at.navigator.must('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
  })
  const { id } = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/prescriptions`, {
    body: { activity: activity.id },
  })
  await at.navigator.must('POST', `/v1/prescriptions/${id}/request`, { body: {}, ifMatch: 1 })
  await withhold(at, client.id, { kind: 'record' }, { kind: 'organisation', partner: partner.id })
  expect((await partner.caller.get<Items>('/v1/partner/prescriptions')).body.items).toEqual([])
  expect((await partner.caller.get(`/v1/partner/prescriptions/${id}`)).status).toBe(404)
  const answer = await partner.caller.post(
    `/v1/partner/prescriptions/${id}/answer`,
    { answer: 'accept' },
    { ifMatch: 2 },
  )
  expect(answer.status).toBe(404)
})

test('a prescriber from whom it is withheld hears nothing back, neither text nor letter', async () => {
  const at = await centre()
  const { client, referral } = await withCaseload(at)
  await withhold(at, client.id, { kind: 'record' }, { kind: 'person', staff: at.prescriber.id })
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/complete`, {
    body: { reason: { code: 'goals-met' } },
    ifMatch: referral.version,
  })
  const { body } = await at.navigator.get<{ items: { moment: string }[] }>(`/v1/referrals/${referral.id}/messages`)
  expect(body.items.map(({ moment }) => moment)).toEqual(['accepted'])
  expect((await at.prescriber.get<Items>('/v1/messages')).body.items).toEqual([])
  await settled(at)
})

test('a message back tells nothing of what is withheld from its reader, before or after it was written', async () => {
  const at = await centre()
  const { client, referral } = await withCaseload(at)
  const activity = await withActivity(at)
  const prescribe = async () => {
    const path = `/v1/referrals/${referral.id}/prescriptions`
    const { id } = await at.navigator.must<{ id: string }>('POST', path, { body: { activity: activity.id } })
    await at.navigator.must('POST', `/v1/prescriptions/${id}/request`, { body: {}, ifMatch: 1 })
  }
  const heard = async () => (await at.prescriber.must<{ items: { moment: string }[] }>('GET', '/v1/messages')).items
  await prescribe()
  expect((await heard()).map(({ moment }) => moment)).toEqual(['prescribed', 'accepted'])
  await withhold(at, client.id, { kind: 'section', section: 'prescription' }, { kind: 'role', role: 'prescriber' })
  await prescribe()
  expect((await heard()).map(({ moment }) => moment)).toEqual(['accepted'])
  await withhold(at, client.id, { kind: 'section', section: 'contact' }, { kind: 'role', role: 'prescriber' })
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/contacts`, {
    body: { channel: 'phone', result: 'reached' },
  })
  expect((await heard()).map(({ moment }) => moment)).toEqual(['accepted'])
  const { items } = await at.navigator.must<{ items: object[] }>('GET', `/v1/referrals/${referral.id}/messages`)
  expect(items).toHaveLength(2)
})

test('a repeated request does not show again what was withheld in between', async () => {
  const at = await centre()
  const { client, referral } = await withCaseload(at)
  const headers = { 'Idempotency-Key': 'again' }
  const body = { words: 'Sing again.' }
  const path = `/v1/referrals/${referral.id}/goals`
  expect((await at.colleague.post(path, body, { headers })).status).toBe(201)
  await withhold(at, client.id, { kind: 'record' }, { kind: 'person', staff: at.colleague.id })
  expect((await at.colleague.post(path, body, { headers })).status).toBe(404)
})

test('nor does one that reads nothing before it writes', async () => {
  const at = await centre()
  const headers = { 'Idempotency-Key': 'again' }
  const body = { names: { given: 'Fern', family: 'Fiction' }, locale: 'en' }
  const first = await at.colleague.must<{ id: string }>('POST', '/v1/clients', { body, headers })
  await withhold(at, first.id, { kind: 'record' }, { kind: 'person', staff: at.colleague.id })
  const again = await at.colleague.post('/v1/clients', body, { headers })
  expect(again.status).toBe(404)
  expect(JSON.stringify(again.body)).not.toContain('Fern')
})

test('what is withheld of one record is withheld of the whole when it is merged into another', async () => {
  const { at, client, contact } = await locked({ kind: 'section', section: 'contact' })
  const survivor = await withClient(at)
  await at.navigator.must('POST', `/v1/clients/${survivor.id}/merge`, {
    body: { from: client.id },
    ifMatch: survivor.version,
  })
  expect((await at.colleague.get(`/v1/contacts/${contact.id}`)).status).toBe(404)
  expect((await at.navigator.get(`/v1/contacts/${contact.id}`)).status).toBe(200)
  const { items } = await at.navigator.must<{ items: Directive[] }>('GET', `/v1/clients/${survivor.id}/directives`)
  expect(items).toMatchObject([{ client: survivor.id, formerly: [client.id] }])
  const timeline = await at.colleague.get<Items>(`/v1/clients/${survivor.id}/timeline?limit=100`)
  expect(timeline.body.items.map(({ type }) => type)).not.toContain('contact.logged')
})

test('what is withheld after a merge is withheld of every record that went into it, and of the next one', async () => {
  const at = await centre()
  const { client: first } = await withCaseload(at)
  const [second, third] = [await withClient(at), await withClient(at)]
  const merge = (from: { id: string }, into: { id: string; version: number }) =>
    at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: into.version })
  await merge(first, second)
  await withhold(at, second.id, { kind: 'record' }, { kind: 'person', staff: at.colleague.id })
  await withhold(at, third.id, { kind: 'record' }, { kind: 'person', staff: at.prescriber.id })
  expect((await at.prescriber.get(`/v1/clients/${first.id}`)).status).toBe(200)
  await merge(second, third)
  for (const { id } of [first, second, third]) {
    for (const person of [at.colleague, at.prescriber]) {
      expect((await person.get(`/v1/clients/${id}`)).status).toBe(404)
      expect((await person.get(`/v1/clients/${id}/timeline`)).status).toBe(404)
    }
    expect((await at.navigator.get(`/v1/clients/${id}`)).status).toBe(200)
  }
})

describe('breaking the glass', () => {
  test('opens one client for a quarter of an hour, takes a reason, and the privacy officer hears of it', async () => {
    const scene = await locked({ kind: 'record' })
    const { api, at, client } = scene
    const other = await withCaseload(at)
    await withhold(at, other.client.id, { kind: 'record' }, { kind: 'person', staff: at.colleague.id })
    expect((await at.colleague.post('/v1/break-glass', { client: client.id })).status).toBe(422)
    const glass = await at.colleague.post<{ until: string }>('/v1/break-glass', {
      client: client.id,
      reason: 'She has not been seen for a week.',
    })
    expect(glass.status).toBe(201)
    expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(200)
    expect((await at.colleague.get(`/v1/clients/${other.client.id}`)).status).toBe(404)
    const tasks = await at.admin.get<{ items: { kind: string; client: string }[] }>('/v1/tasks?assignee=unassigned')
    expect(tasks.body.items.filter((task) => task.client === client.id)).toMatchObject([{ kind: 'hand-off' }])
    api.pass({ minutes: 16 })
    expect((await at.colleague.get(`/v1/clients/${client.id}`)).status).toBe(404)
  })

  test('is seen to by somebody else, who is told the reason', async () => {
    const { at, client } = await locked({ kind: 'record' })
    const reason = 'She has not been seen for a week.'
    await at.colleague.must('POST', '/v1/break-glass', { body: { client: client.id, reason } })
    const { items } = await at.admin.must<Items>('GET', '/v1/tasks?assignee=unassigned')
    const path = `/v1/hand-offs/${items.find((task) => task.client === client.id)?.subject}`
    expect(await at.admin.must('GET', path)).toMatchObject({ cause: 'break-glass', raisedBy: at.colleague.id, reason })
    expect(await at.colleague.post(`${path}/complete`, {}, { ifMatch: 1 })).toMatchObject({
      status: 409,
      body: { type: 'urn:rx-community:problem:task-of-somebody-else' },
    })
    expect((await at.admin.post(`${path}/complete`, {}, { ifMatch: 1 })).status).toBe(200)
  })

  test('is told to everybody where the privacy officer has left, or is the one who looks', async () => {
    const at = await centre()
    const client = await withClient(at)
    const officer = await at.person(['navigator'])
    await at.admin.must('PATCH', '/v1/centre/settings', { body: { privacyOfficer: officer.id }, ifMatch: 1 })
    at.api.pass({ seconds: 61 })
    const tasks = async (by: Caller, assignee: string) =>
      (await by.must<Items>('GET', `/v1/tasks?assignee=${assignee}`)).items.length
    const look = (by: Caller) =>
      by.must('POST', '/v1/break-glass', { body: { client: client.id, reason: 'Not seen for a week.' } })
    await look(at.colleague)
    expect(await tasks(officer, 'me')).toBe(1)
    await look(officer)
    expect([await tasks(officer, 'me'), await tasks(at.admin, 'unassigned')]).toEqual([1, 1])
    await at.admin.must('POST', `/v1/staff/${officer.id}/deactivate`, { ifMatch: 1 })
    await look(at.colleague)
    expect(await tasks(at.admin, 'unassigned')).toBe(2)
  })

  test('is for those who care for people, not for administrators or evaluators', async () => {
    const { at, client } = await locked({ kind: 'record' })
    for (const person of [at.admin, at.evaluator, at.champion]) {
      expect(await person.post('/v1/break-glass', { client: client.id, reason: 'Curious.' })).toMatchObject({
        status: 403,
        body: { permission: 'directives:break-glass' },
      })
    }
  })
})

describe('the audit log', () => {
  const entries = async (at: TestCentre, query: string) =>
    (await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?${query}&limit=100`)).items

  test('has every access to a client: who, in which role, what kind of information, what for, how it ended', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    await at.colleague.get(`/v1/referrals/${referral.id}`)
    await searched(at.prescriber, 'fern')
    await at.navigator.post<Referral>(`/v1/referrals/${referral.id}/resume`, undefined, { ifMatch: referral.version })
    const log = (await entries(at, `client=${client.id}`)).filter(({ actor }) => actor.kind === 'person')
    expect(log.map(({ purpose, access }) => `${purpose} ${access}`)).toEqual([
      'resumeReferral refused',
      'searchClients read',
      'getReferral read',
      'acceptReferral write',
      'requestReferral write',
      'createClient write',
    ])
    expect(log[0]).toMatchObject({
      refusal: 'referral-not-on-hold',
      actor: { id: at.navigator.id, roles: ['navigator'] },
    })
    expect(log[2]).toMatchObject({ information: ['referral'], actor: { id: at.colleague.id } })
  })

  test('has what a repeated request was shown again', async () => {
    const at = await centre()
    const body = { names: { given: 'Fern', family: 'Fiction' }, locale: 'en' }
    const send = () =>
      at.navigator.post<{ id: string }>('/v1/clients', body, { headers: { 'Idempotency-Key': 'again' } })
    const [first, again] = [await send(), await send()]
    expect(again.body).toEqual(first.body)
    const log = await entries(at, `client=${first.body.id}`)
    expect(log[0]).toMatchObject({ access: 'read', purpose: 'createClient', information: ['client'] })
    expect(log.at(-1)).toMatchObject({ access: 'write', purpose: 'createClient' })
  })

  test('has what a person did, and what they were not permitted', async () => {
    const at = await centre()
    await at.evaluator.get('/v1/clients/client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W')
    const log = await entries(at, `actor=${at.evaluator.id}`)
    expect(log).toMatchObject([{ access: 'refused', refusal: 'forbidden', purpose: 'getClient' }])
  })

  test('that cannot be written leaves no answer, of whatever kind, and no change', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    const requests = [
      () => at.navigator.get(`/v1/clients/${client.id}`),
      () => searched(at.navigator, 'fern'),
      () => at.navigator.get('/v1/tasks?assignee=me'),
      () => at.admin.get(`/v1/clients/${client.id}/record`),
      () => at.evaluator.get(`/v1/clients/${client.id}`),
      () => at.navigator.patch(`/v1/clients/${client.id}`, { town: 'Elora' }, { ifMatch: client.version }),
    ]
    const { documents } = at.api.deps.databaseOf(at.id)
    documents.middlewareStack.add(
      (next) => (args) => {
        if (JSON.stringify(args.input).includes(`${prefix}-audit`)) throw new Error('The log is out of reach.')
        return next(args)
      },
      { step: 'initialize', name: 'out-of-reach' },
    )
    for (const request of requests) {
      const { status, body } = await request()
      expect(status).toBe(500)
      expect(JSON.stringify(body)).not.toContain('Fern')
    }
    documents.middlewareStack.remove('out-of-reach')
    expect((await at.navigator.get(`/v1/clients/${client.id}`)).body).toMatchObject({ version: client.version })
  })

  test('is the administrator’s to read, by client, person or day', async () => {
    const at = await centre()
    expect((await at.navigator.get('/v1/audit?day=2026-11-21')).status).toBe(403)
    expect((await at.admin.get('/v1/audit')).status).toBe(422)
    expect((await entries(at, 'day=2026-11-21')).length).toBeGreaterThan(0)
  })
})

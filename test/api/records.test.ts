import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import { dependents } from '../../shared/clients/merge.ts'
import type { Client } from '../../shared/clients/schema.ts'
import type { Correction } from '../../shared/corrections/schema.ts'
import type { ClientRecord } from '../../shared/records/index.ts'
import type { Statement } from '../../shared/statements/schema.ts'
import { centre, type TestCentre, withCaseload, withClient } from '../support/centre.ts'
import { withActivity, withPartner, withProposal } from '../support/loop.ts'
import { pageOf } from '../support/page.ts'
import { settled } from '../support/settled.ts'

const record = (at: TestCentre, { id }: Pick<Client, 'id'>, query = '') =>
  at.admin.get<ClientRecord & { mergedInto?: string }>(`/v1/clients/${id}/record${query}`)

/** A client with something on file of every kind that there is. */
async function everyKind(at: TestCentre) {
  const partner = await withPartner(at)
  const activity = await withActivity(at, { partner: partner.id })
  const { client, referral } = await withCaseload(at)
  const of = `/v1/referrals/${referral.id}`
  const by = at.navigator
  const consent = { scope: { kind: 'share', partner: partner.id }, how: 'spoken' }
  await by.must('POST', `/v1/clients/${client.id}/consents`, { body: consent })
  await by.must('PATCH', `/v1/clients/${client.id}`, {
    body: {
      names: { given: 'Fernande', family: 'Fiction' },
      town: 'Elora',
      contactPoints: [
        { system: 'email', value: 'fern@example.org', preferred: true, safe: { voicemail: false, text: false } },
      ],
      reason: 'Spelt as on her card.',
    },
    ifMatch: 1,
  })
  const byLetter = { scope: { kind: 'messages', channel: 'email' }, how: 'spoken' }
  await by.must('POST', `/v1/clients/${client.id}/consents`, { body: byLetter })
  await by.must('POST', `/v1/clients/${client.id}/shortlists`, {
    body: { activities: [activity.id], channel: 'email' },
  })
  const contact = await by.must<{ id: string }>('POST', `${of}/contacts`, {
    body: { channel: 'phone', result: 'reached', minutes: 12, note: 'Sings <b>alto</b>.' },
  })
  const goal = await by.must<{ id: string }>('POST', `${of}/goals`, { body: { words: 'Sing again.' } })
  await by.must('POST', `${of}/outcomes`, {
    body: {
      instrument: 'ucla-3',
      mode: 'self',
      phase: 'baseline',
      answers: { companionship: 3, 'left-out': 2, isolated: 2 },
    },
  })
  const { id } = await by.must<{ id: string }>('POST', `${of}/prescriptions`, { body: { activity: activity.id } })
  await by.must('POST', `/v1/prescriptions/${id}/request`, { body: {}, ifMatch: 1 })
  await by.must('POST', `/v1/prescriptions/${id}/answer`, { body: { answer: 'accept' }, ifMatch: 2 })
  await by.must('PUT', `/v1/activities/${activity.id}/sessions/2026-11-17/attendances`, {
    body: { attendances: [{ prescription: id, result: 'attended' }] },
  })
  await by.must('POST', `/v1/clients/${client.id}/directives`, {
    body: { scope: { kind: 'section', section: 'goal' }, against: { kind: 'person', staff: at.colleague.id } },
  })
  await at.colleague.must('POST', '/v1/break-glass', { body: { client: client.id, reason: 'Found unconscious.' } })
  await by.must('POST', `/v1/clients/${client.id}/statements`, {
    body: { words: 'I sing soprano.', entity: contact.id },
  })
  await by.must('POST', '/v1/signposts', { body: { client: client.id, activity: activity.id, needs: ['stress'] } })
  await at.admin.must('POST', `/v1/clients/${client.id}/holds`, { body: { reason: 'A claim.' } })
  await settled(at)
  return { client, referral, contact, goal, partner }
}

describe('a client’s record, for the client', () => {
  test('has everything of every kind, each entry with what happened to it', async () => {
    const at = await centre()
    const { client, referral, contact } = await everyKind(at)
    const { status, body } = await record(at, client)
    expect(status).toBe(200)
    expect(body.sections.map(({ kind }) => kind)).toEqual(['client', ...dependents.map(({ name }) => name)])
    expect(body).toMatchObject({ name: 'Fernande Fiction', client: { id: client.id }, locale: 'en' })
    const of = (kind: string) => body.sections.find((section) => section.kind === kind)?.entries ?? []
    expect(of('referral')).toMatchObject([{ entity: { id: referral.id } }])
    expect(
      of('referral')[0]
        ?.events.map(({ type }) => type)
        .slice(0, 3),
    ).toEqual(['referral.requested', 'referral.accepted', 'referral.contacted'])
    expect(of('contact')).toMatchObject([{ entity: { id: contact.id, note: 'Sings <b>alto</b>.' } }])
    expect(of('client')[0]?.events.map(({ type }) => type)).toEqual(['client.created', 'client.updated'])
    expect(Object.keys(body.names)).toEqual(expect.arrayContaining([at.navigator.id, at.prescriber.id, at.admin.id]))
    expect(body.accesses).toBeUndefined()
  })

  test('is the custodian’s own view, whatever directives withhold from whom, and is noted as an export of each kind', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
      body: { scope: { kind: 'record' }, against: { kind: 'role', role: 'centre-admin' } },
    })
    expect((await record(at, client)).status).toBe(200)
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?client=${client.id}`)
    expect(items.find(({ access }) => access === 'export')).toMatchObject({
      purpose: 'getClientRecord',
      actor: { id: at.admin.id, kind: 'person' },
      information: ['client', 'directive', 'referral', 'message'],
    })
  })

  test('comes with every access to it, where they are asked for', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    const { body } = await record(at, client, '?accesses=true')
    expect(body.accesses?.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(['createClient', 'requestReferral', 'acceptReferral']),
    )
  })

  test('has the records that went into it, and the histories from before', async () => {
    const at = await centre()
    const { client: from, referral } = await withCaseload(at)
    const into = await withClient(at, { names: { given: 'Fernande', family: 'Fiction' } })
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const { body } = await record(at, into)
    const [clients, referrals] = ['client', 'referral'].map((kind) => body.sections.find((part) => part.kind === kind))
    expect(clients?.entries.map(({ entity }) => entity.id)).toEqual([into.id, from.id])
    expect(referrals?.entries[0]).toMatchObject({ entity: { id: referral.id, client: into.id } })
    expect(referrals?.entries[0]?.events.map(({ type }) => type)).toEqual([
      'referral.requested',
      'referral.accepted',
      'referral.moved',
    ])
    expect(await record(at, from)).toMatchObject({ status: 409, body: { mergedInto: into.id } })
  })

  test('is a document in the client’s language, without a code or a script in it', async () => {
    const at = await centre()
    const { client } = await everyKind(at)
    const { status, html, headers } = await pageOf(
      at,
      at.admin,
      `/v1/clients/${client.id}/record?locale=fr&accesses=true`,
    )
    expect([status, headers.get('Content-Language')]).toEqual([200, 'fr'])
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'/)
    const read = html.replace(/\s+/g, ' ')
    for (const words of [
      '<h1>Le dossier de Fernande Fiction</h1>',
      '<h2>Aiguillages</h2>',
      'Sings &lt;b&gt;alto&lt;/b&gt;.',
      'I sing soprano.',
      'infirmière ou infirmier praticien',
      'Prénom – Fernande',
      'téléphone',
      '21 novembre 2026',
      'Qui l’a consulté',
    ]) {
      expect(read).toContain(words)
    }
    expect(read).toContain('À quelle fréquence avez-vous l’impression de manquer de compagnie? – Souvent')
    expect(html).not.toMatch(/<script|\bstep\.|\bfield\.|\bsection\.|\bword\.|undefined|\[object/)
  })

  test('is for administrators of the client’s own centre', async () => {
    const [at, other] = [await centre(), await centre()]
    const client = await withClient(at)
    for (const person of [at.prescriber, at.navigator, at.evaluator, at.champion]) {
      const refused = await person.get(`/v1/clients/${client.id}/record`)
      expect(refused).toMatchObject({ status: 403, body: { permission: 'clients:disclose' } })
    }
    const [foreign, missing] = [
      await record(other, client),
      await record(other, { id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }),
    ]
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    expect(foreign.status).toBe(404)
  })
})

describe('a correction', () => {
  const corrections = async (at: TestCentre, { id }: Pick<Client, 'id'>, by = at.navigator) =>
    (await by.must<{ items: Correction[] }>('GET', `/v1/clients/${id}/corrections`)).items

  test('keeps what stood there before, with who, when and why', async () => {
    const at = await centre()
    const client = await withClient(at, { town: 'Guelph' })
    const names = { given: 'Fernande', family: 'Fiction' }
    const corrected = await at.navigator.must<Client>('PATCH', `/v1/clients/${client.id}`, {
      body: { names, town: null, pronouns: 'elle', reason: 'Spelt as on her card.' },
      ifMatch: 1,
    })
    expect(corrected).toMatchObject({ names, pronouns: 'elle' })
    expect(corrected).not.toHaveProperty('reason')
    expect(await corrections(at, client)).toMatchObject([
      {
        kind: 'client',
        entity: client.id,
        fields: ['names', 'pronouns', 'town'],
        before: { names: client.names, town: 'Guelph' },
        after: { names, pronouns: 'elle' },
        reason: 'Spelt as on her card.',
        by: at.navigator.id,
        at: expect.stringMatching(/^2026-11-21T/),
      },
    ])
  })

  test('is one for each change, the newest first; what changes nothing is none', async () => {
    const at = await centre()
    const client = await withClient(at, { town: 'Guelph' })
    for (const [n, town] of ['Elora', 'Elora', 'Fergus'].entries()) {
      await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { town }, ifMatch: n + 1 })
    }
    expect((await corrections(at, client)).map(({ before }) => before.town)).toEqual(['Elora', 'Guelph'])
  })

  test('puts no value into an event', async () => {
    const at = await centre()
    const client = await withClient(at)
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { town: 'Xylophone' }, ifMatch: 1 })
    const timeline = await at.navigator.must<{ items: { type: string; facts: object }[] }>(
      'GET',
      `/v1/clients/${client.id}/timeline`,
    )
    expect(timeline.items.map(({ type }) => type)).toEqual(['client.updated', 'client.created'])
    expect(JSON.stringify(timeline)).not.toMatch(/Xylophone/)
  })

  test('is kept of a goal’s words too, and withheld with the goal', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const goal = await at.navigator.must<{ id: string }>('POST', `/v1/referrals/${referral.id}/goals`, {
      body: { words: 'Sing again.' },
    })
    await at.navigator.must('PATCH', `/v1/goals/${goal.id}`, { body: { words: 'Sing solo.' }, ifMatch: 1 })
    expect(await corrections(at, client)).toMatchObject([
      { kind: 'goal', entity: goal.id, before: { words: 'Sing again.' }, after: { words: 'Sing solo.' } },
    ])
    await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
      body: { scope: { kind: 'section', section: 'goal' }, against: { kind: 'person', staff: at.colleague.id } },
    })
    expect(await corrections(at, client, at.colleague)).toEqual([])
    expect(await corrections(at, client, at.prescriber)).toHaveLength(1)
  })

  test('is kept of what was said to a partner and arranged with it, and withheld with the prescription', async () => {
    const at = await centre()
    const { id, client } = await withProposal(at, await withActivity(at))
    const body = { noteToPartner: 'By the door.', supports: [{ code: 'companion', arranged: true }] }
    await at.navigator.must('PATCH', `/v1/prescriptions/${id}`, { body, ifMatch: 1 })
    await at.navigator.must('PATCH', `/v1/prescriptions/${id}`, { body: { noteToPartner: 'At the back.' }, ifMatch: 2 })
    await at.navigator.must('PATCH', `/v1/prescriptions/${id}`, { body: { nextActionOn: '2026-12-24' }, ifMatch: 3 })
    expect(await corrections(at, { id: client })).toMatchObject([
      { entity: id, fields: ['noteToPartner'], before: { noteToPartner: 'By the door.' } },
      { entity: id, kind: 'prescription', fields: ['noteToPartner', 'supports'], before: { supports: [] } },
    ])
    await at.navigator.must('POST', `/v1/clients/${client}/directives`, {
      body: { scope: { kind: 'section', section: 'prescription' }, against: { kind: 'role', role: 'prescriber' } },
    })
    expect(await corrections(at, { id: client }, at.prescriber)).toEqual([])
  })

  test('is kept of what a merge changes, and moves with the record', async () => {
    const at = await centre()
    const [into, from] = [await withClient(at), await withClient(at, { town: 'Guelph', doNotContact: true })]
    await at.navigator.must('PATCH', `/v1/clients/${from.id}`, { body: { town: 'Elora' }, ifMatch: 1 })
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const [merged, moved] = await corrections(at, into)
    expect(merged).toMatchObject({ entity: into.id, before: { doNotContact: false }, after: { doNotContact: true } })
    expect(moved).toMatchObject({ entity: from.id, client: into.id, before: { town: 'Guelph' } })
  })

  test('is read by those who read clients, of their own centre', async () => {
    const [at, other] = [await centre(), await centre()]
    const client = await withClient(at)
    const path = `/v1/clients/${client.id}/corrections`
    expect(await at.admin.get(path)).toMatchObject({ status: 403, body: { permission: 'clients:read' } })
    expect((await other.navigator.get(path)).status).toBe(404)
  })
})

describe('a statement of disagreement', () => {
  test('is attached to an entry, or to the record as a whole, in the client’s words', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const path = `/v1/clients/${client.id}/statements`
    const ofEntry = await at.navigator.post<Statement>(path, { words: 'I did not ask for this.', entity: referral.id })
    const ofRecord = await at.prescriber.post<Statement>(path, { words: 'I never lived in Elora.' })
    expect(ofEntry).toMatchObject({ status: 201, body: { kind: 'referral', entity: referral.id } })
    expect(ofRecord).toMatchObject({ status: 201, body: { kind: 'client', entity: client.id } })
    expect(await at.navigator.must('GET', path)).toEqual({ items: [ofEntry.body, ofRecord.body] })
    expect(await at.navigator.must('GET', `/v1/statements/${ofEntry.body.id}`)).toEqual(ofEntry.body)
  })

  test('is of an entry of this client’s record, and of no other', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    const other = await withCaseload(at)
    const path = `/v1/clients/${client.id}/statements`
    for (const entity of [other.referral.id, other.client.id, 'goal_01JD3Y6Q5V8Z9K2M4N6P8R0T1W', at.navigator.id]) {
      expect(await at.navigator.post(path, { words: 'No.', entity })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '#/entity', code: 'unknown-entry' }] },
      })
    }
    for (const body of [{}, { words: '' }, { words: 'No.', entity: '../x' }, { words: 'No.', more: 1 }]) {
      expect((await at.navigator.post(path, body)).status).toBe(422)
    }
    expect(await at.navigator.must('GET', path)).toEqual({ items: [] })
  })

  test('is withheld with what it is about', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const path = `/v1/clients/${client.id}/statements`
    const { id } = await at.navigator.must<Statement>('POST', path, { body: { words: 'No.', entity: referral.id } })
    await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
      body: { scope: { kind: 'entry', entry: referral.id }, against: { kind: 'person', staff: at.colleague.id } },
    })
    expect(await at.colleague.get(path)).toMatchObject({ status: 200, body: { items: [] } })
    expect((await at.colleague.get(`/v1/statements/${id}`)).status).toBe(404)
  })

  test('is refused for a merged record, a foreign one, and from those who may not attach one', async () => {
    const [at, other] = [await centre(), await centre()]
    const [into, from] = [await withClient(at), await withClient(at)]
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const body = { words: 'No.' }
    expect((await at.navigator.post(`/v1/clients/${from.id}/statements`, body)).status).toBe(409)
    expect((await other.navigator.post(`/v1/clients/${into.id}/statements`, body)).status).toBe(404)
    for (const person of [at.evaluator, at.champion]) {
      const refused = await person.post(`/v1/clients/${into.id}/statements`, body)
      expect(refused).toMatchObject({ status: 403, body: { permission: 'statements:attach' } })
    }
  })
})

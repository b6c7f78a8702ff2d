import { describe, expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import type { Signpost } from '../../shared/signposts/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withClient } from '../support/centre.ts'
import { withActivity } from '../support/loop.ts'

type Problem = Answer<{ type: string; permission?: string; errors?: { pointer: string; code: string }[] }>

const said = ({ status, body }: Problem) => [status, body.type.replace('urn:rx-community:problem:', '')]

const record = (by: Caller, body: object = {}) => by.must<Signpost>('POST', '/v1/signposts', { body })

const mine = async (by: Caller, query = '') =>
  (await by.must<{ items: Signpost[] }>('GET', `/v1/signposts${query}`)).items

const told = async (at: TestCentre, { id }: Pick<Client, 'id'>, by = at.navigator) =>
  (await by.must<{ items: Signpost[] }>('GET', `/v1/clients/${id}/signposts`)).items

describe('telling somebody of support', () => {
  test('is on record with nothing said about it but who and when', async () => {
    const at = await centre()
    const signpost = await record(at.prescriber)
    expect(signpost).toEqual({
      id: signpost.id,
      version: 1,
      needs: [],
      at: signpost.at,
      by: at.prescriber.id,
      status: 'recorded',
    })
    expect(await at.prescriber.must('GET', `/v1/signposts/${signpost.id}`)).toEqual(signpost)
    expect(await mine(at.prescriber)).toEqual([signpost])
    expect(await mine(at.navigator)).toEqual([])
  })

  test('of a client, for a need, of an activity, stands on the client’s timeline and starts nothing', async () => {
    const at = await centre()
    const [client, activity] = [await withClient(at), await withActivity(at)]
    const given = { client: client.id, activity: activity.id, needs: ['social-connection'] as const }
    const signpost = await record(at.navigator, given)
    expect(signpost).toMatchObject({ ...given, activityName: activity.name, by: at.navigator.id })
    expect(await told(at, client)).toEqual([signpost])
    const timeline = await at.navigator.must<{ items: Event[] }>('GET', `/v1/clients/${client.id}/timeline`)
    expect(timeline.items.find(({ type }) => type === 'signpost.recorded')).toMatchObject({
      entity: signpost.id,
      facts: { needs: ['social-connection'], activity: activity.id, category: 'arts-culture' },
    })
    const referrals = await at.navigator.must<{ items: unknown[] }>('GET', `/v1/referrals?client=${client.id}`)
    expect(referrals.items).toEqual([])
    expect(await at.navigator.must('GET', `/v1/clients/${client.id}`)).toEqual(client)
  })

  test('for a need that is a danger flags the client, as a referral for it does', async () => {
    const at = await centre()
    const client = await withClient(at)
    await record(at.prescriber, { client: client.id, needs: ['elder-abuse'] })
    expect(await at.navigator.must('GET', `/v1/clients/${client.id}`)).toMatchObject({ safeContact: true, version: 2 })
    await record(at.prescriber, { needs: ['elder-abuse'] })
  })

  test.each([
    [{ needs: ['loneliness'] }, '#/needs/0 not-a-choice'],
    [{ needs: Array(13).fill('stress') }, '#/needs too-big-list'],
    [{ activity: 'activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/activity unknown-activity'],
    [{ client: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/client form'],
    [{ note: 'Told her of the choir.' }, '#/note unknown-field'],
    [{ by: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/by unknown-field'],
  ])('%j is refused', async (body, fault) => {
    const { prescriber } = await shared
    const answer: Problem = await prescriber.post('/v1/signposts', body)
    expect([answer.status, answer.body.errors?.map((one) => `${one.pointer} ${one.code}`)]).toEqual([422, [fault]])
    expect(await mine(prescriber)).toEqual([])
  })
  const shared = centre()

  test('of a client or an activity of another centre, a closed record or a closed activity is refused', async () => {
    const [at, other] = [await centre(), await centre()]
    const [theirs, closed] = [await withClient(other), await withActivity(at, { status: 'closed' })]
    const [from, into] = [await withClient(at), await withClient(at)]
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: into.version })
    const refused = async (body: object): Promise<Problem> => at.prescriber.post('/v1/signposts', body)
    expect(said(await refused({ client: theirs.id }))).toEqual([404, 'not-found'])
    expect(said(await refused({ activity: closed.id }))).toEqual([409, 'activity-closed'])
    expect(said(await refused({ client: from.id }))).toEqual([409, 'client-merged'])
    expect((await refused({ activity: (await withActivity(other)).id })).status).toBe(422)
    expect(await mine(at.prescriber)).toEqual([])
  })

  test('is for prescribers and navigators', async () => {
    const at = await centre()
    for (const person of [at.evaluator, at.champion, at.admin]) {
      const [recording, listing]: Problem[] = [
        await person.post('/v1/signposts', {}),
        await person.get('/v1/signposts'),
      ]
      expect([recording?.status, recording?.body.permission]).toEqual([403, 'signposts:record'])
      expect([listing?.status, listing?.body.permission]).toEqual([403, 'signposts:read'])
    }
  })

  test('once, however often the same request is sent', async () => {
    const at = await centre()
    const headers = { 'Idempotency-Key': 'one-click' }
    const first = await at.prescriber.post('/v1/signposts', {}, { headers })
    expect((await at.prescriber.post('/v1/signposts', {}, { headers })).body).toEqual(first.body)
    expect(await mine(at.prescriber)).toHaveLength(1)
  })
})

test('one’s own are listed the latest first, from a day of the centre’s calendar on', async () => {
  const at = await centre()
  const before = await record(at.prescriber)
  at.api.pass({ days: 9, hours: 14 }) // Five in the morning of December in Greenwich: midnight in Toronto.
  const after = await record(at.prescriber, { needs: ['stress'] })
  expect((await mine(at.prescriber)).map(({ id }) => id)).toEqual([after.id, before.id])
  expect((await mine(at.prescriber, '?from=2026-12-01')).map(({ id }) => id)).toEqual([after.id])
  expect(await mine(at.prescriber, '?from=2026-12-02')).toEqual([])
  const refused: Problem = await at.prescriber.get('/v1/signposts?from=today')
  expect([refused.status, refused.body.errors?.[0]?.code]).toEqual([422, 'date'])
})

describe('a signpost entered in error', () => {
  test('leaves one’s own list, and stays on the client’s record', async () => {
    const at = await centre()
    const client = await withClient(at)
    const signpost = await record(at.prescriber, { client: client.id })
    const path = `/v1/signposts/${signpost.id}/retract`
    expect((await at.prescriber.post(path)).status).toBe(428)
    expect(said(await at.prescriber.post(path, undefined, { ifMatch: 2 }))).toEqual([412, 'precondition-failed'])
    const refused = await at.navigator.post<Problem['body']>(path, undefined, { ifMatch: 1 })
    expect(said(refused)).toEqual([409, 'signpost-of-somebody-else'])
    const retracted = await at.prescriber.must<Signpost>('POST', path, { ifMatch: 1 })
    expect(retracted).toEqual({ ...signpost, version: 2, status: 'entered-in-error' })
    expect(await mine(at.prescriber)).toEqual([])
    expect(await told(at, client)).toEqual([retracted])
    expect(said(await at.prescriber.post(path, undefined, { ifMatch: 2 }))).toEqual([409, 'entered-in-error'])
  })
})

describe('of a client it is client data', () => {
  test('withheld with the record, or as a part of it, in lists of one’s own too', async () => {
    const at = await centre()
    const [open, locked] = [await withClient(at), await withClient(at)]
    for (const client of [open, locked]) await record(at.colleague, { client: client.id })
    await record(at.colleague)
    await at.navigator.must('POST', `/v1/clients/${locked.id}/directives`, {
      body: { scope: { kind: 'section', section: 'signpost' }, against: { kind: 'person', staff: at.colleague.id } },
    })
    const seen = await at.colleague.get<{ items: Signpost[] }>('/v1/signposts')
    expect(seen.body.items.map(({ client }) => client)).toEqual([undefined, open.id])
    expect(seen.headers.get('Information-Incomplete')).toBe('true')
    expect(await told(at, locked, at.colleague)).toEqual([])
    expect(await told(at, locked)).toHaveLength(1)
    await at.navigator.must('POST', `/v1/clients/${open.id}/directives`, {
      body: { scope: { kind: 'record' }, against: { kind: 'person', staff: at.colleague.id } },
    })
    const body = { client: open.id }
    expect(said(await at.colleague.post('/v1/signposts', body))).toEqual([404, 'not-found'])
  })

  test('it goes along when records are joined, is handed over with the record, and its readers are told', async () => {
    const at = await centre()
    const [from, into] = [await withClient(at), await withClient(at)]
    const activity = await withActivity(at)
    const { id } = await record(at.prescriber, { client: from.id, activity: activity.id })
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: into.version })
    expect(await told(at, into)).toMatchObject([{ id, client: into.id, version: 2 }])
    const page = await at.admin.get<{ items: { kind: string }[] }>(`/v1/clients/${into.id}/record`)
    expect(JSON.stringify(page.body)).toContain(id)
    const report = await at.navigator.must('GET', `/v1/clients/${into.id}/access-report`)
    expect(JSON.stringify(report)).toContain('support that you were told of')
  })

  test('it is gone when the record is disposed of', async () => {
    const at = await centre()
    const client = await withClient(at)
    const { id } = await record(at.prescriber, { client: client.id })
    await at.admin.must('POST', `/v1/clients/${client.id}/dispose`, { body: { reason: 'created-in-error' } })
    expect((await at.prescriber.get(`/v1/signposts/${id}`)).status).toBe(404)
    expect(await mine(at.prescriber)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import type { YearlyCount } from '../../shared/audit/yearly.ts'
import { centre, type TestCentre, withClient } from '../support/centre.ts'
import { commandsOf } from '../support/commands.ts'
import { settled } from '../support/settled.ts'

const yearly = (at: TestCentre, query = '') => at.admin.must<YearlyCount>('GET', `/v1/audit/yearly${query}`)

/** A day at a centre on which everything happens that is counted, each a number of times of its own. */
async function eventful(at: TestCentre) {
  const client = await withClient(at)
  const path = `/v1/clients/${client.id}`
  // Nobody hears back of it, so the worker, whose clock is another, does nothing about it.
  const referral = await at.navigator.must<{ id: string }>('POST', '/v1/referrals', {
    body: { client: client.id, source: 'outreach', reasons: ['stress'] },
  })
  for (let n = 0; n < 3; n += 1) await at.colleague.get(`/v1/referrals/${referral.id}`)
  const consent = await at.navigator.must<{ id: string }>('POST', `${path}/consents`, {
    body: { scope: { kind: 'evaluation' }, how: 'spoken' },
  })
  await at.navigator.must('POST', `/v1/consents/${consent.id}/withdraw`, { ifMatch: 1 })
  const against = { kind: 'person', staff: at.colleague.id }
  const directive = await at.navigator.must<{ id: string }>('POST', `${path}/directives`, {
    body: { scope: { kind: 'record' }, against },
  })
  await at.colleague.must('POST', '/v1/break-glass', { body: { client: client.id, reason: 'Found unconscious.' } })
  await at.navigator.must('POST', `/v1/directives/${directive.id}/lift`, { ifMatch: 1 })
  await at.navigator.must('POST', `${path}/directives`, { body: { scope: { kind: 'record' }, against } })
  await at.navigator.must('PATCH', path, { body: { town: 'Elora' }, ifMatch: 1 })
  await at.navigator.must('POST', `${path}/statements`, { body: { words: 'No.' } })
  await at.navigator.must('GET', `${path}/access-report`)
  await at.admin.must('GET', `${path}/record`)
  await at.evaluator.get(path)
  const gone = await withClient(at, { names: { given: 'Flora', family: 'Fable' } })
  await at.admin.must('POST', `/v1/clients/${gone.id}/dispose`, { body: { reason: 'created-in-error' } })
  const incident = { what: 'A laptop.', period: { from: '2026-11-20', to: '2026-11-20' } }
  for (const kind of ['theft', 'theft', 'loss'])
    await at.admin.must('POST', '/v1/incidents', { body: { ...incident, kind } })
  await settled(at)
}

describe('the yearly count', () => {
  test('has every access of the year by kind, what was refused, and what is counted for the commissioner', async () => {
    const at = await centre()
    await eventful(at)
    at.api.pass({ days: 1 })
    const count = await yearly(at)
    expect(count).toMatchObject({
      year: 2026,
      countedTo: '2026-11-21',
      isComplete: true,
      refusals: { forbidden: 1 },
      breakGlass: 1,
      directives: { set: 2, lifted: 1 },
      consents: { given: 1, withdrawn: 1 },
      rights: { accessReports: 1, records: 1, corrections: 1, statements: 1 },
      disposals: 1,
      incidents: { theft: 2, loss: 1, 'unauthorised-use': 0, 'unauthorised-disclosure': 0, other: 0 },
    })
    expect(count.accesses).toMatchObject({ read: 3, refused: 1, export: 2 })
    expect(count.information).toMatchObject({ 'read:referral': 3, 'export:audit': 1, 'write:break-glass': 1 })
    const { items } = await at.admin.must<{ items: { requestId: string }[] }>(
      'GET',
      '/v1/audit?day=2026-11-21&limit=100',
    )
    expect(Object.values(count.accesses).reduce((sum, n) => sum + n, 0)).toBe(items.length)
    expect(count.requests).toBe(new Set(items.map(({ requestId }) => requestId)).size)
  })

  test('is of days that are over, in the centre’s own calendar', async () => {
    const at = await centre({ zone: 'America/Thunder_Bay' })
    at.api.pass({ days: 5 })
    const client = await withClient(at)
    expect((await yearly(at)).countedTo).toBe('2026-11-25')
    // 21:00 on the 26th there is the 27th already in Greenwich.
    at.api.pass({ hours: 11 })
    await at.colleague.get(`/v1/clients/${client.id}`)
    at.api.pass({ hours: 5 })
    const count = await yearly(at)
    expect([count.countedTo, count.accesses.read]).toEqual(['2026-11-26', 1])
    at.api.pass({ days: 1 })
    expect((await yearly(at)).accesses.read).toBe(1)
  })

  test('counts a day once, and reads a year of counted days in a handful of reads', async () => {
    const at = await centre()
    await withClient(at)
    at.api.pass({ days: 1 })
    const first = await yearly(at)
    const sent = await commandsOf(at, async () => expect(await yearly(at)).toEqual(first))
    expect(sent.filter(({ command }) => command === 'BatchGetItemCommand').length).toBe(4)
    expect(sent.filter(({ partition }) => partition?.startsWith('DAY#'))).toEqual([])
  })

  test('comes to the same when two people ask for the first time at once', async () => {
    const at = await centre()
    await withClient(at)
    at.api.pass({ days: 1 })
    const [a, b] = await Promise.all([yearly(at), yearly(at)])
    expect(a).toEqual(b)
    expect(await yearly(at)).toEqual(a)
  })

  test('is of a year that has begun, and the administrator’s', async () => {
    const at = await centre()
    expect(await yearly(at, '?year=2025')).toMatchObject({ year: 2025, countedTo: '2025-12-31', requests: 0 })
    expect(await at.admin.get('/v1/audit/yearly?year=2027')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/year', code: 'future-date' }] },
    })
    expect((await at.admin.get('/v1/audit/yearly?year=last')).status).toBe(422)
    for (const person of [at.navigator, at.prescriber, at.evaluator]) {
      expect(await person.get('/v1/audit/yearly')).toMatchObject({ status: 403, body: { permission: 'audit:read' } })
    }
  })
})

test('a day of the audit log is a day at the centre: what happened in its evening is in it', async () => {
  const at = await centre()
  const client = await withClient(at)
  // 20:30 in Toronto, which is 01:30 of the next day in Greenwich.
  at.api.pass({ seconds: 10.5 * 3600 })
  await at.navigator.must('GET', `/v1/clients/${client.id}`)
  const of = async (day: string) =>
    (await at.admin.must<{ items: { purpose: string }[] }>('GET', `/v1/audit?day=${day}&limit=100`)).items
      .map(({ purpose }) => purpose)
      .filter((purpose) => purpose === 'getClient' || purpose === 'createClient')
  expect(await of('2026-11-21')).toEqual(['createClient', 'getClient'])
  expect(await of('2026-11-22')).toEqual([])
})

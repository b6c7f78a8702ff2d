import { expect, test } from 'vitest'
import { Client } from '../../shared/clients/schema.ts'
import type { Contact } from '../../shared/contacts/schema.ts'
import { change, type Event } from '../../shared/db/event.ts'
import type { Message } from '../../shared/messages/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import type { Answer } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withReferral } from '../support/centre.ts'

type Problem = Answer<{ type: string; detail: string; errors?: { pointer: string; code: string }[] }>

const code = ({ body }: Problem) => body.type.replace('urn:rx-community:problem:', '')
const faults = ({ body }: Problem) => body.errors?.map((fault) => `${fault.pointer} ${fault.code}`)

function log(at: TestCentre, referral: Referral, given: Record<string, unknown> = {}) {
  const body = { channel: 'phone', result: 'reached', ...given }
  return at.navigator.post<Contact>(`/v1/referrals/${referral.id}/contacts`, body)
}

async function mustLog(at: TestCentre, referral: Referral, given: Record<string, unknown> = {}): Promise<Contact> {
  const answer = await log(at, referral, given)
  expect(answer.status).toBe(201)
  return answer.body
}

const refused = async (answer: Promise<Answer<Contact>>) => (await answer) as unknown as Problem

const now = (at: TestCentre, { id }: Referral) => at.navigator.must<Referral>('GET', `/v1/referrals/${id}`)

async function told(at: TestCentre, { id }: Referral): Promise<Event[]> {
  const timeline = await at.navigator.must<{ items: Event[] }>('GET', `/v1/referrals/${id}/timeline`)
  return timeline.items.filter(({ type }) => type.endsWith('contacted'))
}

function messages(at: TestCentre, { id }: Referral): Promise<Message[]> {
  return at.context().store.queryAll<Message>({ index: 'list', partition: `OF#${id}`, begins: 'MESSAGE#' })
}

const retract = (at: TestCentre, { id, version }: Contact) =>
  at.navigator.post<Contact>(`/v1/contacts/${id}/retract`, undefined, { ifMatch: version })

test('the first contact that reaches the client starts work, and the prescriber hears of it once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 3 })
  const attempt = await mustLog(at, referral, { result: 'no-answer' })
  expect(await now(at, referral)).toMatchObject({ status: 'accepted', nextActionOn: '2026-11-26' })
  expect(attempt.nextActionOn).toBe('2026-11-26')

  const first = await mustLog(at, referral, { minutes: 12, note: 'Likes to sing.', barriersAddressed: ['transport'] })
  await mustLog(at, referral, { result: 'attended', channel: 'accompaniment' })

  const after = await now(at, referral)
  expect(after).toMatchObject({ status: 'in-progress', contactedAt: first.at, nextActionOn: '2026-12-08' })
  expect(after.version).toBe(referral.version + 3)
  const cohort = { cohort: '2026-11', days: 3 }
  expect(await told(at, referral)).toMatchObject([{ type: 'referral.contacted', facts: cohort }])
  const sent = await messages(at, referral)
  expect(sent.map(({ moment }) => moment)).toEqual(['accepted', 'first-contact'])
  expect(sent[1]?.text.fr).toContain('a joint la personne')
})

test.each([
  ['no-answer', '2026-11-23'],
  ['left-message', '2026-11-23'],
  ['wrong-number', '2026-11-23'],
  ['missed', '2026-11-23'],
  ['refused', '2026-12-05'],
  ['reached', '2026-12-05'],
  ['attended', '2026-12-05'],
])('after "%s" the referral comes back on %s', async (result, nextActionOn) => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await mustLog(at, referral, { result })
  expect((await now(at, referral)).nextActionOn).toBe(nextActionOn)
})

test('the navigator names the day of the next action; on hold the agreed day stands unless one is named', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await mustLog(at, referral, { result: 'no-answer', nextActionOn: '2026-11-21' })
  const planned = await now(at, referral)
  expect(planned.nextActionOn).toBe('2026-11-21')
  const body = { reason: { code: 'away' }, nextActionOn: '2027-01-11' }
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/hold`, { body, ifMatch: planned.version })
  await mustLog(at, referral, { result: 'reached' })
  expect(await now(at, referral)).toMatchObject({ status: 'on-hold', nextActionOn: '2027-01-11' })
  await mustLog(at, referral, { result: 'reached', nextActionOn: '2026-12-01' })
  expect((await now(at, referral)).nextActionOn).toBe('2026-12-01')
})

test('a contact needs a referral that a navigator has; the refusal names its status in the caller’s language', async () => {
  const at = await centre()
  const { referral } = await withReferral(at)
  const path = `/v1/referrals/${referral.id}/contacts`
  const body = { channel: 'phone', result: 'reached' }
  const answer: Problem = await at.navigator.post(path, body, { headers: { 'Accept-Language': 'fr' } })
  expect([answer.status, code(answer)]).toEqual([409, 'referral-not-open'])
  expect(answer.body.detail).toContain('«\u00a0demandé\u00a0»')
  expect((await now(at, referral)).version).toBe(1)

  const { referral: closed } = await withCaseload(at)
  const reason = { reason: { code: 'unable-to-reach' } }
  await at.navigator.must('POST', `/v1/referrals/${closed.id}/fail`, { body: reason, ifMatch: closed.version })
  expect(code(await refused(log(at, closed)))).toBe('referral-not-open')
})

test('a contact may be logged late, never ahead of time, nor from long before the referral', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const wrong = [
    [{ at: '2026-11-22T15:00:00.000Z' }, '#/at future-date'],
    [{ at: '2026-10-21T15:00:00.000Z' }, '#/at too-long-ago'],
    [{ at: '2026-11-20' }, '#/at form-datetime'],
    [{ nextActionOn: '2026-11-20' }, '#/nextActionOn past-date'],
    [{ nextActionOn: '2026-02-30' }, '#/nextActionOn date'],
    [{ minutes: 601 }, '#/minutes too-big'],
    [{ channel: 'pigeon' }, '#/channel not-a-choice'],
    [{ note: 'x'.repeat(100_000) }, '#/note too-big-text'],
    [{ by: at.colleague.id }, '#/by unknown-field'],
  ] as const
  for (const [given, fault] of wrong) {
    const answer = await refused(log(at, referral, given))
    expect([answer.status, faults(answer)?.[0]]).toEqual([422, fault])
  }
  expect(await now(at, referral)).toEqual(referral)
  // 30 days before the referral's day, in the centre's own calendar: midnight in Toronto.
  const earliest = await mustLog(at, referral, { at: '2026-10-22T04:00:00.000Z' })
  expect(await now(at, referral)).toMatchObject({ contactedAt: earliest.at })
  expect(await told(at, referral)).toMatchObject([{ facts: { days: 0 } }])
})

test('"do not contact" holds for reaching out, not for meeting', async () => {
  const at = await centre()
  const { client, referral } = await withCaseload(at)
  const flag = { body: { doNotContact: true }, ifMatch: client.version }
  await at.navigator.must('PATCH', `/v1/clients/${client.id}`, flag)
  for (const channel of ['phone', 'text', 'e-mail', 'letter', 'video']) {
    const answer = await refused(log(at, referral, { channel }))
    expect([answer.status, code(answer)]).toEqual([409, 'do-not-contact'])
  }
  expect(await now(at, referral)).toEqual(referral)
  for (const channel of ['in-person', 'home-visit', 'accompaniment']) await mustLog(at, referral, { channel })
})

test('a contact does not attach to a record that is being merged away', async () => {
  const at = await centre()
  const { client, referral } = await withCaseload(at)
  const gone: Client = { ...client, version: 2, status: 'merged', doNotContact: true }
  await at.context().store.commit([change(Client, client, gone, 'merged-away')])
  for (const channel of ['phone', 'in-person']) {
    expect(code(await refused(log(at, referral, { channel })))).toBe('client-merged')
  }
})

test('two contacts logged at once are both kept, and the milestone is passed once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const answers = await Promise.all([log(at, referral), log(at, referral), log(at, referral)])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  const first = answers.map(({ body }) => body.at).sort()[0]
  expect(await now(at, referral)).toMatchObject({ version: referral.version + 3, contactedAt: first })
  const moments = (await messages(at, referral)).map(({ moment }) => moment)
  expect(moments).toEqual(['accepted', 'first-contact'])
  const balance = (await told(at, referral)).map(({ type }) => (type === 'referral.contacted' ? 1 : -1))
  expect(balance.reduce<number>((sum, one) => sum + one, 0)).toBe(1)
})

test('a contact logged twice with one key is logged once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const path = `/v1/referrals/${referral.id}/contacts`
  const sent = { body: { channel: 'phone', result: 'reached' }, headers: { 'Idempotency-Key': 'once' } }
  const first = await at.navigator.must<Contact>('POST', path, sent)
  expect(await at.navigator.must<Contact>('POST', path, sent)).toEqual(first)
  expect((await now(at, referral)).version).toBe(referral.version + 1)
})

test('contacts are listed by when they happened, the newest last, page by page, each readable by its id', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const noted = [
    await mustLog(at, referral, { at: '2026-11-20T15:00:00.000Z' }),
    await mustLog(at, referral, { at: '2026-11-18T15:00:00.000Z' }),
    await mustLog(at, referral),
  ]
  const path = `/v1/referrals/${referral.id}/contacts`
  const page = await at.prescriber.must<{ items: Contact[]; nextCursor: string }>('GET', `${path}?limit=2`)
  const rest = await at.prescriber.must<{ items: Contact[] }>('GET', `${path}?limit=2&cursor=${page.nextCursor}`)
  expect([...page.items, ...rest.items]).toEqual([noted[1], noted[0], noted[2]])
  const one = await at.navigator.get<Contact>(`/v1/contacts/${noted[2]?.id}`)
  expect([one.body, one.headers.get('ETag')]).toEqual([noted[2], '"1"'])

  const other = await centre({ api: at.api })
  expect((await other.navigator.get(path)).status).toBe(404)
  expect((await other.navigator.get(`/v1/contacts/${noted[2]?.id}`)).status).toBe(404)
  expect((await other.navigator.get(`/v1/contacts/${referral.id}`)).status).toBe(404)
})

test('a contact logged late that was earlier becomes the first; the figures move with it', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 5 })
  await mustLog(at, referral)
  const earlier = await mustLog(at, referral, { at: '2026-11-23T15:00:00.000Z' })
  expect((await now(at, referral)).contactedAt).toBe(earlier.at)
  expect(await told(at, referral)).toMatchObject([
    { type: 'referral.contacted', facts: { days: 5 } },
    { type: 'referral.uncontacted', facts: { days: 5 } },
    { type: 'referral.contacted', facts: { days: 2 } },
  ])
  expect(await messages(at, referral)).toHaveLength(2)
})

test('retracting the first contact passes the milestone to the next, and the last leaves the client unreached', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 1 })
  const first = await mustLog(at, referral)
  at.api.pass({ days: 2 })
  const second = await mustLog(at, referral)

  const retracted = await retract(at, first)
  expect(retracted.body).toEqual({ ...first, version: 2, status: 'entered-in-error' })
  expect(await now(at, referral)).toMatchObject({ contactedAt: second.at, nextActionOn: '2026-12-08' })

  await retract(at, second)
  const unreached = await now(at, referral)
  expect(unreached).toMatchObject({ status: 'in-progress', nextActionOn: '2026-11-24' })
  expect(unreached.contactedAt).toBeUndefined()
  expect(await told(at, referral)).toMatchObject([
    { type: 'referral.contacted', facts: { days: 1 } },
    { type: 'referral.uncontacted', facts: { days: 1 } },
    { type: 'referral.contacted', facts: { days: 3 } },
    { type: 'referral.uncontacted', facts: { days: 3 } },
  ])
  const types = await at.navigator.must<{ items: Event[] }>('GET', `/v1/contacts/${first.id}/timeline`)
  expect(types.items.map(({ type }) => type)).toEqual(['contact.logged', 'contact.retracted'])
})

test('retracting what the milestone does not rest on leaves the referral as it was', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const attempt = await mustLog(at, referral, { result: 'no-answer' })
  await mustLog(at, referral)
  const later = await mustLog(at, referral)
  const before = await now(at, referral)
  expect([(await retract(at, attempt)).status, (await retract(at, later)).status]).toEqual([200, 200])
  expect(await now(at, referral)).toEqual(before)
})

test('an attempt taken back leaves the next action where it was, unless it was planned anew since', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 3 })
  const attempt = await mustLog(at, referral, { result: 'no-answer' })
  expect((await now(at, referral)).nextActionOn).toBe('2026-11-26')
  await retract(at, attempt)
  expect((await now(at, referral)).nextActionOn).toBe(referral.nextActionOn)

  const again = await mustLog(at, referral, { result: 'no-answer' })
  await mustLog(at, referral, { result: 'left-message', nextActionOn: '2026-12-01' })
  await retract(at, again)
  expect((await now(at, referral)).nextActionOn).toBe('2026-12-01')
})

test('both contacts that reached the client retracted at once leave no milestone behind', async () => {
  const at = await centre()
  for (let race = 0; race < 12; race += 1) {
    const { referral } = await withCaseload(at)
    const contacts = [await mustLog(at, referral), await mustLog(at, referral)]
    if (race % 2 === 1) contacts.reverse()
    const answers = await Promise.all(contacts.map((contact) => retract(at, contact)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await now(at, referral)).contactedAt).toBeUndefined()
  }
})

test('a contact is retracted once, by somebody who saw it as it is', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const contact = await mustLog(at, referral)
  const path = `/v1/contacts/${contact.id}/retract`
  expect((await at.navigator.post(path)).status).toBe(428)
  expect((await at.navigator.post(path, undefined, { ifMatch: 2 })).status).toBe(412)
  await retract(at, contact)
  const again: Problem = await at.navigator.post(path, undefined, { ifMatch: 2 })
  expect([again.status, code(again)]).toEqual([409, 'entered-in-error'])
})

test('who may not log, retract or read a contact is told which permission it takes', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const contact = await mustLog(at, referral)
  const path = `/v1/referrals/${referral.id}/contacts`
  const answers: Answer[] = [
    await at.prescriber.post(path, { channel: 'phone', result: 'reached' }),
    await at.prescriber.post(`/v1/contacts/${contact.id}/retract`, undefined, { ifMatch: 1 }),
    await at.champion.get(path),
    await at.evaluator.get(`/v1/contacts/${contact.id}`),
    await at.admin.get(`/v1/contacts/${contact.id}/timeline`),
  ]
  expect(answers.map(({ status, body }) => [status, body.permission])).toEqual([
    [403, 'contacts:log'],
    [403, 'contacts:retract'],
    [403, 'contacts:read'],
    [403, 'contacts:read'],
    [403, 'contacts:read'],
  ])
})

import { describe, expect, test } from 'vitest'
import { type Consent, Consent as ConsentKind } from '../../shared/consents/schema.ts'
import { adjust, change } from '../../shared/db/event.ts'
import { type Prescription, Prescription as PrescriptionKind } from '../../shared/prescriptions/schema.ts'
import { heedAnswer } from '../../shared/referrals/heed-answer.ts'
import { type Referral, Referral as ReferralKind } from '../../shared/referrals/schema.ts'
import type { Task } from '../../shared/tasks/schema.ts'
import { centre, withCaseload } from '../support/centre.ts'
import { withActivity, withPartner, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

/** A partner with one prescription in its inbox, of a client with something to hide. */
async function withInbox(scopes?: Parameters<typeof withPartner>[1]) {
  const at = await centre()
  const partner = await withPartner(at, scopes)
  const activity = await withActivity(at, { partner: partner.id })
  const { client, referral } = await withCaseload(at)
  const consent = await at.navigator.must<Consent>('POST', `/v1/clients/${client.id}/consents`, {
    body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
  })
  const proposal = await at.navigator.must<Prescription>('POST', `/v1/referrals/${referral.id}/prescriptions`, {
    body: { activity: activity.id, noteToPartner: 'Would like to sit near the door.' },
  })
  const prescription = await at.navigator.must<Prescription>('POST', `/v1/prescriptions/${proposal.id}/request`, {
    body: {},
    ifMatch: 1,
  })
  return { at, partner, activity, client, referral, consent, prescription }
}

const path = (prescription: { id: string }) => `/v1/partner/prescriptions/${prescription.id}`

test('a partner sees the minimum: first name, last initial, the way to reach them that the client prefers', async () => {
  const { at, partner, client, prescription } = await withInbox()
  await at.navigator.must('PATCH', `/v1/clients/${client.id}`, {
    body: {
      contactPoints: [
        { system: 'phone', value: '519-555-0101', preferred: false, safe: { voicemail: true, text: true } },
        { system: 'phone', value: '519-555-0102', preferred: true, safe: { voicemail: false, text: true } },
      ],
    },
    ifMatch: client.version,
  })
  const { body } = await partner.caller.get(path(prescription))
  expect(body).toEqual({
    id: prescription.id,
    version: prescription.version,
    activity: prescription.activity,
    activityName: prescription.activityName,
    supports: [],
    noteToPartner: 'Would like to sit near the door.',
    status: 'requested',
    requestedAt: prescription.requestedAt,
    timesAttended: 0,
    client: {
      name: 'Fern F.',
      locale: 'en',
      contactPoint: { system: 'phone', value: '519-555-0102', preferred: true, safe: { voicemail: false, text: true } },
    },
  })
})

test.each(['doNotContact', 'safeContact'])(
  'with %s there is no way to reach somebody in what a partner sees',
  async (flag) => {
    const { at, partner, client, prescription } = await withInbox()
    const safe = { voicemail: true, text: true }
    const contactPoints = [{ system: 'phone', value: '519-555-0102', preferred: true, safe }]
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { contactPoints, [flag]: true }, ifMatch: 1 })
    const shown = { name: 'Fern F.', locale: 'en' }
    const list = await partner.caller.get('/v1/partner/prescriptions')
    expect(list.body).toMatchObject({ items: [{ client: shown }] })
    const one = await partner.caller.get(path(prescription))
    const answer = await partner.caller.post(
      `${path(prescription)}/answer`,
      { answer: 'accept' },
      { ifMatch: prescription.version },
    )
    for (const { body } of [list, one, answer]) expect(JSON.stringify(body)).not.toContain('519-555')
  },
)

describe('the partner’s answer', () => {
  test.each([
    ['accept', { answer: 'accept' }, 'accepted'],
    ['reject', { answer: 'reject', reason: { code: 'not-eligible' } }, 'rejected'],
    ['waitlist', { answer: 'waitlist' }, 'on-hold'],
  ])('%s', async (_, body, status) => {
    const { at, partner, prescription } = await withInbox()
    const answer = await partner.caller.post(`${path(prescription)}/answer`, body, { ifMatch: prescription.version })
    expect(answer).toMatchObject({ status: 200, body: { status, client: { name: 'Fern F.' } } })
    expect(await at.navigator.must('GET', `/v1/prescriptions/${prescription.id}`)).toMatchObject({ status })
  })

  test('sent twice with one key is answered twice alike, and never with more than the partner may see', async () => {
    const { partner, prescription } = await withInbox()
    const send = () =>
      partner.caller.post<object>(
        `${path(prescription)}/answer`,
        { answer: 'accept' },
        { ifMatch: prescription.version, headers: { 'Idempotency-Key': 'partner-1' } },
      )
    const [first, second] = [await send(), await send()]
    expect(second.headers.get('Idempotency-Replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
    expect(Object.keys(second.body).sort()).toEqual(Object.keys(first.body).sort())
  })

  test('its own ending is answered alike as well, as long as nothing else happens', async () => {
    const { partner, prescription } = await withInbox()
    const send = () =>
      partner.caller.post(
        `${path(prescription)}/answer`,
        { answer: 'reject', reason: { code: 'not-eligible' } },
        { ifMatch: prescription.version, headers: { 'Idempotency-Key': 'partner-1' } },
      )
    const [first, second] = [await send(), await send()]
    expect(second).toMatchObject({ status: 200, body: first.body as object })
  })

  test('two of the partner’s people at once: one answer stands', async () => {
    const { partner, prescription } = await withInbox()
    const answers = await Promise.all(
      ['accept', 'waitlist'].map((answer) =>
        partner.caller.post(`${path(prescription)}/answer`, { answer }, { ifMatch: prescription.version }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('an answer brings the referral back on the navigator’s list', () => {
  type Inbox = Awaited<ReturnType<typeof withInbox>>
  const planned = { channel: 'phone', result: 'reached', nextActionOn: '2026-12-10' }

  async function tasksOf({ at }: Inbox) {
    await settled(at)
    const { items } = await at.navigator.must<{ items: Task[] }>('GET', '/v1/tasks?assignee=me')
    return items.map(({ kind, dueOn }) => [kind, dueOn])
  }
  const plan = ({ at, referral }: Inbox) =>
    at.navigator.must('POST', `/v1/referrals/${referral.id}/contacts`, { body: planned })
  const answer = ({ partner, prescription }: Inbox) =>
    partner.caller.must('POST', `${path(prescription)}/answer`, {
      body: { answer: 'accept' },
      ifMatch: prescription.version,
    })

  test('on the day of the answer, until the navigator plans another', async () => {
    const inbox = await withInbox()
    await plan(inbox)
    expect(await tasksOf(inbox)).toEqual([
      ['partner-answer', '2026-12-05'],
      ['next-action', '2026-12-10'],
    ])
    inbox.at.api.pass({ days: 3 })
    await answer(inbox)
    expect(await tasksOf(inbox)).toEqual([['partner-answered', '2026-11-24']])
    await plan(inbox)
    expect(await tasksOf(inbox)).toEqual([['next-action', '2026-12-10']])
  })

  test('and never later than it would have come back by itself', async () => {
    const inbox = await withInbox()
    await plan(inbox)
    inbox.at.api.pass({ days: 30 })
    await answer(inbox)
    expect(await tasksOf(inbox)).toEqual([['partner-answered', '2026-12-10']])
  })

  test('but not when the navigator wrote it down', async () => {
    const inbox = await withInbox()
    const { at, prescription } = inbox
    await plan(inbox)
    await at.navigator.must('POST', `/v1/prescriptions/${prescription.id}/answer`, {
      body: { answer: 'accept' },
      ifMatch: prescription.version,
    })
    expect(await tasksOf(inbox)).toEqual([['next-action', '2026-12-10']])
  })

  test('nor once the referral is over', async () => {
    const { at, referral, prescription } = await withInbox()
    const ctx = at.context()
    const before = await ctx.store.get(ReferralKind, referral.id)
    const over: Referral = { ...before, version: before.version + 1, status: 'completed' }
    const answered = { ...prescription, version: prescription.version + 1, answeredAt: ctx.now }
    await ctx.store.commit([adjust(ReferralKind, before, over), adjust(PrescriptionKind, prescription, answered)])
    await heedAnswer(ctx, prescription.id)
    expect(await ctx.store.get(ReferralKind, referral.id)).toEqual(over)
  })

  test('once, however often its event comes by', async () => {
    const inbox = await withInbox()
    await answer(inbox)
    await settled(inbox.at)
    await plan(inbox)
    await heedAnswer(inbox.at.context(), inbox.prescription.id)
    expect(await tasksOf(inbox)).toEqual([['next-action', '2026-12-10']])
  })
})

test('a partner’s “not yet” stands, whatever our count of places says', async () => {
  const { at, partner, prescription } = await withInbox()
  await partner.caller.must('POST', `${path(prescription)}/answer`, {
    body: { answer: 'waitlist' },
    ifMatch: prescription.version,
  })
  await settled(at)
  expect(await at.navigator.must('GET', `/v1/prescriptions/${prescription.id}`)).toMatchObject({ status: 'on-hold' })
})

describe('access ends', () => {
  const gone = async ({ partner, prescription }: Awaited<ReturnType<typeof withInbox>>) => {
    expect((await partner.caller.get(path(prescription))).status).toBe(404)
    expect((await partner.caller.get<{ items: unknown[] }>('/v1/partner/prescriptions')).body.items).toEqual([])
  }

  test('when the prescription closes', async () => {
    const inbox = await withInbox()
    const { at, prescription } = inbox
    await at.navigator.must('POST', `/v1/prescriptions/${prescription.id}/cancel`, {
      body: { reason: { code: 'client-withdrew' } },
      ifMatch: prescription.version,
    })
    await gone(inbox)
  })

  test('when the client withdraws the consent, in that very moment', async () => {
    const inbox = await withInbox()
    const { at, consent, prescription } = inbox
    await at.navigator.must('POST', `/v1/consents/${consent.id}/withdraw`, { ifMatch: consent.version })
    await gone(inbox)
    const { body } = await at.navigator.get<{ items: { type: string }[] }>(
      `/v1/prescriptions/${prescription.id}/timeline`,
    )
    expect(body.items.at(-1)?.type).toBe('prescription.unshared')
  })
})

describe('an answer that is sent again is not answered with what the partner may not see any more', () => {
  type Inbox = Awaited<ReturnType<typeof withInbox>>
  const phone = { system: 'phone', value: '519-555-0102', preferred: true, safe: { voicemail: false, text: true } }

  async function answeredTwice(between: (inbox: Inbox) => Promise<unknown>) {
    const inbox = await withInbox()
    const { at, partner, client, prescription } = inbox
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { contactPoints: [phone] }, ifMatch: 1 })
    const send = () =>
      partner.caller.post<{ client?: object }>(
        `${path(prescription)}/answer`,
        { answer: 'accept' },
        { ifMatch: prescription.version, headers: { 'Idempotency-Key': 'partner-1' } },
      )
    expect((await send()).body.client).toEqual({ name: 'Fern F.', locale: 'en', contactPoint: phone })
    await between(inbox)
    return send()
  }

  test.each<[string, (inbox: Inbox) => Promise<unknown>]>([
    [
      'the consent was withdrawn',
      ({ at, consent }) => at.navigator.must('POST', `/v1/consents/${consent.id}/withdraw`, { ifMatch: 1 }),
    ],
    [
      'the client withholds it from them',
      ({ at, client, partner }) =>
        at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
          body: { scope: { kind: 'record' }, against: { kind: 'organisation', partner: partner.id } },
        }),
    ],
    [
      'the prescription is over',
      ({ at, prescription }) =>
        at.navigator.must('POST', `/v1/prescriptions/${prescription.id}/cancel`, {
          body: { reason: { code: 'client-withdrew' } },
          ifMatch: prescription.version + 1,
        }),
    ],
  ])('%s', async (_, between) => {
    const { status, body } = await answeredTwice(between)
    expect({ status, client: body.client }).toEqual({ status: 404, client: undefined })
  })

  test('the client is not to be contacted', async () => {
    const { status, body } = await answeredTwice(({ at, client }) =>
      at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { doNotContact: true }, ifMatch: 2 }),
    )
    expect({ status, client: body.client }).toEqual({ status: 200, client: { name: 'Fern F.', locale: 'en' } })
  })
})

test('a consent on which very much was shared is withdrawn like any other', async () => {
  const { at, partner, activity, client, consent } = await withInbox()
  const { items } = await at.navigator.must<{ items: { id: string }[] }>('GET', `/v1/referrals?client=${client.id}`)
  for (let n = 0; n < 44; n += 1) {
    const { id } = await at.navigator.must<Prescription>('POST', `/v1/referrals/${items[0]?.id}/prescriptions`, {
      body: { activity: activity.id },
    })
    await at.navigator.must('POST', `/v1/prescriptions/${id}/request`, { body: {}, ifMatch: 1 })
  }
  await at.navigator.must('POST', `/v1/consents/${consent.id}/withdraw`, { ifMatch: consent.version })
  expect((await partner.caller.get<{ items: unknown[] }>('/v1/partner/prescriptions')).body.items).toEqual([])
  const found = await at.navigator.must<{ items: Prescription[] }>(
    'GET',
    `/v1/referrals/${items[0]?.id}/prescriptions?limit=100`,
  )
  expect(found.items).toHaveLength(45)
  expect(found.items.filter((prescription) => prescription.consent)).toEqual([])
})

test('a prescription that still names a withdrawn consent is out of the partner’s sight all the same', async () => {
  const { at, partner, consent, prescription } = await withInbox()
  const { store } = at.context()
  const withdrawn: Consent = { ...consent, status: 'withdrawn', version: consent.version + 1 }
  await store.commit([change(ConsentKind, consent, withdrawn, 'withdrawn')])
  expect(await store.get(PrescriptionKind, prescription.id)).toMatchObject({ consent: consent.id })
  expect((await partner.caller.get<{ items: unknown[] }>('/v1/partner/prescriptions')).body.items).toEqual([])
  expect((await partner.caller.get(path(prescription))).status).toBe(404)
  const { status } = await partner.caller.post(
    `${path(prescription)}/answer`,
    { answer: 'accept' },
    { ifMatch: prescription.version },
  )
  expect(status).toBe(404)
})

test('another partner of the centre gets the answer of an id that does not exist', async () => {
  const { at, prescription } = await withInbox()
  const stranger = await withPartner(at)
  const [theirs, nothing] = await Promise.all([
    stranger.caller.get(path(prescription)),
    stranger.caller.get(path({ id: prescription.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })),
  ])
  expect(theirs.status).toBe(404)
  const { instance: _, ...said } = theirs.body as { instance: string }
  const { instance: __, ...saidOfNothing } = nothing.body as { instance: string }
  expect(said).toEqual(saidOfNothing)
})

test('a key without a scope is refused with the permission’s name, and staff have none of these', async () => {
  const { at, partner, activity, prescription } = await withInbox(['prescriptions:read'])
  const answer = await partner.caller.post(`${path(prescription)}/answer`, { answer: 'accept' }, { ifMatch: 2 })
  expect(answer).toMatchObject({ status: 403, body: { permission: 'inbox:answer' } })
  const ticks = await partner.caller.send(
    'PUT',
    `/v1/partner/activities/${activity.id}/sessions/2026-11-17/attendances`,
    {
      body: { attendances: [{ prescription: prescription.id, result: 'attended' }] },
    },
  )
  expect(ticks).toMatchObject({ status: 403, body: { permission: 'inbox:attend' } })
  expect(await at.navigator.get('/v1/partner/prescriptions')).toMatchObject({
    status: 403,
    body: { permission: 'inbox:read' },
  })
  for (const staffPath of [`/v1/prescriptions/${prescription.id}`, `/v1/clients/${prescription.client}`]) {
    expect((await partner.caller.get(staffPath)).status).toBe(403)
  }
})

test('a partner ticks the list of its own activity, of the people it may see', async () => {
  const { at, partner, activity, prescription } = await withInbox()
  await partner.caller.must('POST', `${path(prescription)}/answer`, {
    body: { answer: 'accept' },
    ifMatch: prescription.version,
  })
  const own = await withRequest(at, await withActivity(at))
  const tick = (id: string) =>
    partner.caller.send('PUT', `/v1/partner/activities/${activity.id}/sessions/2026-11-17/attendances`, {
      body: { attendances: [{ prescription: id, result: 'attended' }] },
    })
  expect(await tick(prescription.id)).toMatchObject({
    status: 200,
    body: { items: [{ prescription: prescription.id, activity: activity.id, date: '2026-11-17', result: 'attended' }] },
  })
  expect((await tick(own.id)).status).toBe(404)
})

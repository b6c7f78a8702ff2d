import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { Client } from '../../shared/clients/schema.ts'
import type { Consent } from '../../shared/consents/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withClient } from '../support/centre.ts'

type Refused = Answer<{
  type: string
  permission?: string
  candidates?: { id: string; because: string[] }[]
  errors?: { pointer: string; code: string }[]
}>
interface Items<T> {
  readonly items: T[]
}

const path = '/v1/referrals/with-client'
const person = { names: { given: 'Fern', family: 'Newcomer' }, birthDate: '1950-03-04', locale: 'en' }
const referral = { source: 'nurse-practitioner', reasons: ['social-connection'], agreed: 'spoken' }
const consents = ['sms', 'email', 'phone', 'letter'].map((channel) => ({
  scope: { kind: 'messages', channel },
  how: 'spoken',
}))
const whole = (given: object = {}) => ({ client: person, referral, ...given })

const refused = async (by: Caller, body: unknown) => {
  const answer: Refused = await by.post(path, body)
  return [answer.status, ...(answer.body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)]
}

const referrals = async ({ navigator }: TestCentre) =>
  (await navigator.must<Items<Referral>>('GET', '/v1/referrals')).items

const found = async ({ navigator }: TestCentre) =>
  (await navigator.must<Items<{ id: string }>>('POST', '/v1/clients/search', { body: { text: 'newcomer' } })).items

/** Nothing is on file of what was refused. */
const expectNothing = async (at: TestCentre) => {
  expect(await referrals(at)).toEqual([])
  expect(await found(at)).toEqual([])
}

describe('referring somebody who is not on file yet', () => {
  test('puts them on file with what they agreed to, and the referral is requested', async () => {
    const at = await centre()
    const { status, body, headers } = await at.prescriber.post<Referral>(path, whole({ consents }))
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { ...referral, status: 'requested', urgency: 'routine', prescriber: at.prescriber.id, version: 1 },
    })
    expect(headers.get('Location')).toBe(`/v1/referrals/${body.id}`)
    expect(await at.navigator.must('GET', `/v1/referrals/${body.id}`)).toEqual(body)
    const client = await at.navigator.must<Client>('GET', `/v1/clients/${body.client}`)
    expect(client).toMatchObject({ ...person, safeContact: false, status: 'active' })
    const { items } = await at.navigator.must<Items<Consent>>('GET', `/v1/clients/${client.id}/consents`)
    expect(items.map(({ scope, how, status }) => ({ scope, how, status }))).toEqual(
      consents.map((consent) => ({ ...consent, status: 'given' })),
    )
    const timeline = await at.navigator.must<Items<Event>>('GET', `/v1/clients/${client.id}/timeline`)
    expect(timeline.items.map(({ type }) => type).reverse()).toEqual([
      'client.created',
      'referral.requested',
      ...Array(4).fill('consent.given'),
    ])
    expect(JSON.stringify(timeline)).not.toContain('Newcomer')
  })

  test('who looks like somebody on file is refused with the candidates, until each is said to be another', async () => {
    const at = await centre()
    const known = await withClient(at, person as Partial<Client>)
    const answer: Refused = await at.prescriber.post(path, whole({ consents }))
    expect(answer).toMatchObject({
      status: 409,
      body: {
        type: 'urn:rx-community:problem:possible-duplicate',
        candidates: [{ id: known.id, because: ['birth-date'] }],
      },
    })
    expect(await referrals(at)).toEqual([])
    const client = { ...person, notDuplicateOf: [known.id] }
    expect(await at.prescriber.post(path, whole({ client }))).toMatchObject({ status: 201 })
    expect(await found(at)).toHaveLength(2)
  })

  test('the same request sent again has one effect and one answer', async () => {
    const at = await centre()
    const send = () => at.prescriber.post<Referral>(path, whole({ consents }), { headers: { 'Idempotency-Key': 'k1' } })
    const [first, again] = [await send(), await send()]
    expect(again.body).toEqual(first.body)
    expect(again.headers.get('Idempotency-Replayed')).toBe('true')
    expect(await found(at)).toHaveLength(1)
    expect(await referrals(at)).toHaveLength(1)
  })

  test('violence at home marks the new record from its first version on', async () => {
    const at = await centre()
    const unsafe = whole({ referral: { ...referral, reasons: ['elder-abuse'] } })
    const { client } = await at.prescriber.must<Referral>('POST', path, { body: unsafe })
    const kept = await at.navigator.must<Client>('GET', `/v1/clients/${client}`)
    expect(kept).toMatchObject({ version: 1, safeContact: true })
  })

  test('a person of very many names, numbers and consents still fits one transaction', async () => {
    const at = await centre()
    const long = (letter: string) => `${letter}${'abcdefghijklmnopqrstuvwxyz'.repeat(2)}`
    const phones = ['1', '2', '3', '4', '5', '6'].map((n) => ({
      system: 'phone',
      value: `519-555-010${n}`,
      preferred: false,
      safe: { voicemail: false, text: false },
    }))
    const names = { given: long('A'), family: long('B'), preferred: long('C'), other: ['D', 'E', 'F', 'G'].map(long) }
    const client = { ...person, names, chartNumber: 'G-1', contactPoints: phones }
    const further = ['spoken', 'written'].map((how) => ({ scope: { kind: 'evaluation' }, how }))
    const body = whole({ client, consents: [...consents, ...further] })
    expect(await at.prescriber.post(path, body, { headers: { 'Idempotency-Key': 'k1' } })).toMatchObject({
      status: 201,
    })
  })

  test('one entry in the audit log tells of all that was written', async () => {
    const at = await centre()
    await at.prescriber.must('POST', path, { body: whole({ consents }) })
    const { items } = await at.admin.must<Items<AuditEntry>>('GET', `/v1/audit?actor=${at.prescriber.id}`)
    const written = items.filter(({ access }) => access === 'write')
    expect(written).toHaveLength(1)
    expect(written[0]).toMatchObject({ purpose: 'referNewClient', information: ['client', 'referral', 'consent'] })
  })
})

describe('is refused with nothing written', () => {
  test.each([
    [{ client: { ...person, birthDate: '2026-11-22' } }, '#/client/birthDate future-date'],
    [{ client: { ...person, nickname: 'Fe' } }, '#/client/nickname unknown-field'],
    [{ referral: { ...referral, reasons: [] } }, '#/referral/reasons too-small-list'],
    [{ referral: { ...referral, agreed: 'winked' } }, '#/referral/agreed not-a-choice'],
    [{ referral: { ...referral, client: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' } }, '#/referral/client unknown-field'],
    [
      { referral: { ...referral, prescriber: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' } },
      '#/referral/prescriber not-a-prescriber',
    ],
    [
      {
        consents: [
          consents[0],
          { scope: { kind: 'share', partner: 'partner_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, how: 'spoken' },
        ],
      },
      '#/consents/1/scope/partner unknown-partner',
    ],
    [{ consents: [...consents, ...consents] }, '#/consents too-big-list'],
  ])('%j', async (given, fault) => {
    const at = await shared
    expect(await refused(at.prescriber, whole(given))).toEqual([422, fault])
    await expectNothing(at)
  })
  const shared = centre()

  test('for whoever may not refer', async () => {
    const at = await shared
    for (const by of [at.evaluator, at.champion, at.admin]) {
      const answer: Refused = await by.post(path, whole())
      expect([answer.status, answer.body.permission]).toEqual([403, 'referrals:request'])
    }
    await expectNothing(at)
  })
})

test('a referral of somebody on file says how they agreed, where that was noted', async () => {
  const at = await centre()
  const { id } = await withClient(at)
  const body = { client: id, source: 'nurse', reasons: ['stress'] }
  const noted = await at.prescriber.must<Referral>('POST', '/v1/referrals', { body: { ...body, agreed: 'written' } })
  expect(noted.agreed).toBe('written')
  const silent = await at.prescriber.must<Referral>('POST', '/v1/referrals', { body })
  expect(silent).not.toHaveProperty('agreed')
})

import { describe, expect, test } from 'vitest'
import { pagePolicy } from '../../functions/api/security-headers.ts'
import type { Letter } from '../../functions/worker/post.ts'
import type { Activity } from '../../shared/activities/schema.ts'
import type { Client, ContactPoint } from '../../shared/clients/schema.ts'
import type { Consent } from '../../shared/consents/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import type { ShortlistView } from '../../shared/shortlists/schema.ts'
import { allianceCaller } from '../support/alliance.ts'
import { centre, type TestCentre, withClient, withReferral } from '../support/centre.ts'
import { stoppedNumber } from '../support/engine.ts'
import { withActivity } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

const safe = { voicemail: false, text: true }
const mobile: ContactPoint = { system: 'phone', value: '519-555-0123', use: 'mobile', preferred: true, safe }
const email: ContactPoint = { system: 'email', value: 'fern@example.org', preferred: false, safe }

interface Scene {
  readonly at: TestCentre
  readonly client: Client
  readonly activity: Activity
  readonly consents: { readonly sms: Consent; readonly email: Consent }
}

/** A client with a telephone that is safe for texts, an address, and consent to both. */
async function scene(given: Partial<Client> = {}): Promise<Scene> {
  const at = await centre()
  const [client, activity] = await Promise.all([
    withClient(at, { contactPoints: [mobile, email], ...given }),
    withActivity(at),
  ])
  const give = (channel: string) =>
    at.navigator.must<Consent>('POST', `/v1/clients/${client.id}/consents`, {
      body: { scope: { kind: 'messages', channel }, how: 'spoken' },
    })
  return { at, client, activity, consents: { sms: await give('sms'), email: await give('email') } }
}

function send({ at, client, activity }: Scene, channel = 'sms', by = at.navigator) {
  return by.post<ShortlistView & { type: string }>(`/v1/clients/${client.id}/shortlists`, {
    activities: [activity.id],
    channel,
  })
}

/** What reached this client's telephone or address. */
async function received({ at }: Scene, to: string): Promise<Letter[]> {
  const letters = await settled(at)
  return letters.filter((letter) => letter.to === to && letter.text.includes(`/s/${at.id}/`))
}

function linkIn(text = ''): string {
  return /https:\/\/rx\.test(\/s\/\S+)/.exec(text)?.[1] ?? ''
}

async function open({ at }: Pick<Scene, 'at'>, path: string) {
  const answer = await at.api.app.request(`https://rx.test${path}`)
  return { status: answer.status, headers: answer.headers, html: await answer.text() }
}

const problem = ({ body: { type } }: { body: { type: string } }) => type.split(':').at(-1)

describe('a few activities to think over', () => {
  test('go out as a text that names nobody, in the client’s language', async () => {
    const given = await scene({ locale: 'fr' })
    expect(await send(given)).toMatchObject({ status: 201, body: { status: 'queued', locale: 'fr' } })
    const [text, ...others] = await received(given, '+15195550123')
    expect(others).toEqual([])
    expect(text?.text).toMatch(/^CSC Érable d’essai\u00a0: voici les idées.*Répondez ARRET/)
    for (const told of ['Fern', 'Fiction', given.activity.name.fr]) expect(text?.text).not.toContain(told)
  })

  test('go out as a letter, and the record says that it did', async () => {
    const given = await scene()
    const { body, headers } = await send(given, 'email')
    expect(headers.get('Location')).toBe(`/v1/shortlists/${body.id}`)
    const [letter] = await received(given, 'fern@example.org')
    expect(letter?.subject).toBe('Maple Test CHC: a few ideas for you')
    const { at, client } = given
    expect(await at.prescriber.must('GET', `/v1/shortlists/${body.id}`)).toMatchObject({ status: 'sent' })
    const list = await at.navigator.must<{ items: object[] }>('GET', `/v1/clients/${client.id}/shortlists`)
    expect(list.items).toMatchObject([{ id: body.id, createdBy: at.navigator.id, expiresOn: '2026-12-21' }])
    const timeline = await at.navigator.must<{ items: Event[] }>('GET', `/v1/clients/${client.id}/timeline?limit=100`)
    const steps = timeline.items.map(({ type }) => type).filter((type) => type.startsWith('shortlist.'))
    expect(steps.toSorted()).toEqual(['shortlist.queued', 'shortlist.sent'])
  })

  test('open for whoever has the link, with when, where and whom to ring, and no person', async () => {
    const given = await scene({ locale: 'fr' })
    await send(given)
    const [text] = await received(given, '+15195550123')
    const { status, html, headers } = await open(given, linkIn(text?.text))
    expect(status).toBe(200)
    expect(html).toContain('<html lang="fr-CA">')
    expect(html).toContain(given.activity.name.fr)
    expect(html).toContain('<a href="tel:+15195550100">519-555-0100</a>')
    expect(html).not.toMatch(/Fern|Fiction|<script|<img|<link/)
    expect(headers.get('Content-Security-Policy')).toBe(pagePolicy(/<style>([^<]*)<\/style>/.exec(html)?.[1] ?? ''))
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toBe('noindex')
  })

  test('are kept from nobody’s answer but the link’s: staff do not read its code', async () => {
    const given = await scene()
    const { body } = await send(given)
    const [text] = await received(given, '+15195550123')
    const code = linkIn(text?.text).split('/').at(-1) ?? ''
    expect(code).toHaveLength(22)
    const { at, client } = given
    for (const path of [`/v1/shortlists/${body.id}`, `/v1/clients/${client.id}/shortlists`]) {
      expect(JSON.stringify(await at.navigator.must('GET', path))).not.toContain(code)
    }
    expect(JSON.stringify(body)).not.toContain(code)
    const record = await at.admin.must('GET', `/v1/clients/${client.id}/record`)
    expect(JSON.stringify(record)).toContain(given.activity.name.en)
    expect(JSON.stringify(record)).not.toContain(code)
  })

  test('leave out what is over by the time that somebody looks', async () => {
    const given = await scene()
    await send(given)
    const [text] = await received(given, '+15195550123')
    const { at, activity } = given
    await at.navigator.must('POST', `/v1/activities/${activity.id}/close`, { ifMatch: activity.version })
    const { status, html } = await open(given, linkIn(text?.text))
    expect([status, html.includes(activity.name.en)]).toEqual([200, false])
  })
})

describe('are not sent', () => {
  test('without consent to be written to by that channel', async () => {
    const given = await scene()
    await given.at.navigator.must('POST', `/v1/consents/${given.consents.sms.id}/withdraw`, { ifMatch: 1 })
    const answer = await send(given)
    expect([answer.status, problem(answer)]).toEqual([409, 'message-consent-missing'])
    expect((await send(given, 'email')).status).toBe(201)
  })

  test.each([
    ['somebody who is not to be contacted', { doNotContact: true }, 'sms', 'do-not-contact'],
    ['a telephone that nobody said is safe', { contactPoints: [{ ...mobile, safe: { ...safe, text: false } }] }, 'sms'],
    ['somebody else’s telephone', { contactPoints: [{ ...mobile, use: 'somebody-else' as const }] }, 'sms'],
    ['what is no number', { contactPoints: [{ ...mobile, value: 'ask at the shelter' }] }, 'sms'],
    ['an address, when reaching them may put them in danger', { safeContact: true }, 'email'],
  ])('to %s', async (_, changes, channel, code = 'no-safe-way') => {
    const answer = await send(await scene(changes), channel)
    expect([answer.status, problem(answer)]).toEqual([409, code])
  })

  test('by text at night; a letter wakes nobody', async () => {
    const given = await scene()
    given.at.api.pass({ hours: 12 })
    const answer = await send(given)
    expect([answer.status, problem(answer)]).toEqual([409, 'quiet-hours'])
    expect((await send(given, 'email')).status).toBe(201)
  })

  test('while a positive screen waits for a clinician', async () => {
    const at = await centre({ settings: { measures: ['phq-2'] } })
    const { client, referral } = await withReferral(at)
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { contactPoints: [mobile] }, ifMatch: 1 })
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/outcomes`, {
      body: { instrument: 'phq-2', mode: 'assisted', phase: 'baseline', answers: { interest: 3, mood: 3 } },
    })
    const consents = `/v1/clients/${client.id}/consents`
    await at.navigator.must('POST', consents, { body: { scope: { kind: 'messages', channel: 'sms' }, how: 'spoken' } })
    const given = { at, client, activity: await withActivity(at) } as Scene
    const answer = await send(given)
    expect([answer.status, problem(answer)]).toEqual([409, 'clinician-first'])
    const { items } = await at.prescriber.must<{ items: { subject: string; version: number }[] }>('GET', '/v1/tasks')
    await at.prescriber.must('POST', `/v1/hand-offs/${items[0]?.subject}/complete`, { ifMatch: 1, body: {} })
    expect((await send(given)).status).toBe(201)
  })

  test('of activities that the centre cannot see, that are over, or that are too many', async () => {
    const given = await scene()
    const { at, client, activity } = given
    const foreign = await withActivity(await centre())
    const ask = (activities: string[]) =>
      at.navigator.post(`/v1/clients/${client.id}/shortlists`, { activities, channel: 'sms' })
    expect(await ask([activity.id, foreign.id])).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/activities/1', code: 'unknown-activity' }] },
    })
    await at.navigator.must('POST', `/v1/activities/${activity.id}/close`, { ifMatch: activity.version })
    expect((await ask([activity.id])).status).toBe(422)
    expect((await ask([])).status).toBe(422)
    expect((await ask(Array(6).fill(activity.id))).status).toBe(422)
    expect(await received(given, '+15195550123')).toEqual([])
  })

  test('by who has no say in it, or to another centre’s client', async () => {
    const given = await scene()
    expect(await send(given, 'sms', given.at.prescriber)).toMatchObject({
      status: 403,
      body: { permission: 'shortlists:send' },
    })
    const other = await centre()
    expect((await send(given, 'sms', other.navigator)).status).toBe(404)
    const alliance = await allianceCaller(given.at.api, 'alliance-admin')
    expect((await send(given, 'sms', alliance)).status).toBe(403)
  })
})

describe('the client’s word stops', () => {
  test('what is about to be sent, in the moment that the consent is withdrawn', async () => {
    const given = await scene()
    const { body } = await send(given)
    const { at, consents } = given
    await at.navigator.must('POST', `/v1/consents/${consents.sms.id}/withdraw`, { ifMatch: 1 })
    expect(await at.navigator.must('GET', `/v1/shortlists/${body.id}`)).toMatchObject({ status: 'stopped' })
    expect(await received(given, '+15195550123')).toEqual([])
  })

  test('links that were sent, and only those of that consent', async () => {
    const given = await scene()
    await send(given)
    await send(given, 'email')
    const link = linkIn((await received(given, '+15195550123'))[0]?.text)
    const other = linkIn((await received(given, 'fern@example.org'))[0]?.text)
    expect((await open(given, link)).status).toBe(200)
    const { at, consents } = given
    await at.navigator.must('POST', `/v1/consents/${consents.sms.id}/withdraw`, { ifMatch: 1 })
    expect((await open(given, link)).status).toBe(404)
    expect((await open(given, other)).status).toBe(200)
  })

  test('links and what is about to be sent, for somebody who is not to be contacted any more', async () => {
    const given = await scene()
    const { at, client } = given
    await send(given)
    const link = linkIn((await received(given, '+15195550123'))[0]?.text)
    const { body } = await send(given, 'email')
    await at.navigator.must('PATCH', `/v1/clients/${client.id}`, { body: { doNotContact: true }, ifMatch: 1 })
    expect(await received(given, 'fern@example.org')).toEqual([])
    expect(await at.navigator.must('GET', `/v1/shortlists/${body.id}`)).toMatchObject({
      status: 'failed',
      failure: 'do-not-contact',
    })
    expect((await open(given, link)).status).toBe(404)
  })

  test('everything by text, when it is said to the network', async () => {
    const given = await scene({ contactPoints: [{ ...mobile, value: stoppedNumber }] })
    const { body } = await send(given)
    await settled(given.at)
    const { at, client, consents } = given
    expect(await at.navigator.must('GET', `/v1/consents/${consents.sms.id}`)).toMatchObject({
      status: 'withdrawn',
      withdrawnBy: 'system',
    })
    expect(await at.navigator.must('GET', `/v1/consents/${consents.email.id}`)).toMatchObject({ status: 'given' })
    expect(await at.navigator.must('GET', `/v1/shortlists/${body.id}`)).toMatchObject({ status: 'stopped' })
    expect(client.id).toBe(body.client)
  })
})

describe('a link', () => {
  test('opens for 30 days', async () => {
    const given = await scene()
    await send(given)
    const link = linkIn((await received(given, '+15195550123'))[0]?.text)
    given.at.api.pass({ days: 30 })
    expect((await open(given, link)).status).toBe(200)
    given.at.api.pass({ days: 1 })
    expect((await open(given, link)).status).toBe(404)
  })

  test('answers alike to a wrong code, another centre’s and one that never was', async () => {
    const given = await scene()
    await send(given)
    const [, , id, shortlist = '', code = ''] = linkIn((await received(given, '+15195550123'))[0]?.text).split('/')
    const other = await centre()
    const wrong = [
      `/s/${id}/${shortlist}/${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`,
      `/s/${id}/${shortlist.slice(0, -1)}${shortlist.endsWith('0') ? '1' : '0'}/${code}`,
      `/s/${other.id}/${shortlist}/${code}`,
      `/s/no-such-centre/${shortlist}/${code}`,
      `/s/alliance/${shortlist}/${code}`,
      `/s/${id}/${shortlist}/short`,
      `/s/${id}/client_1/${code}`,
    ]
    const answers = await Promise.all(wrong.map((path) => open(given, path)))
    for (const { status } of answers) expect(status).toBe(404)
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1)
  })

  test('leaves a trace of each look in the centre’s audit log, about the client', async () => {
    const given = await scene()
    await send(given)
    const link = linkIn((await received(given, '+15195550123'))[0]?.text)
    await open(given, link)
    const { at, client } = given
    const { items } = await at.admin.must<{ items: { purpose: string; actor: { id: string } }[] }>(
      'GET',
      `/v1/audit?client=${client.id}&limit=100`,
    )
    const looks = items.filter(({ purpose }) => purpose === 'openShortlist')
    expect(looks).toMatchObject([{ actor: { id: 'link' }, access: 'read' }])
  })
})

import { describe, expect, test } from 'vitest'
import type { AccessReport } from '../../shared/access-reports/index.ts'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { Client } from '../../shared/clients/schema.ts'
import { centre, type TestCentre, withCaseload, withClient } from '../support/centre.ts'
import { withActivity, withPartner } from '../support/loop.ts'
import { pageOf } from '../support/page.ts'
import { settled } from '../support/settled.ts'

const report = (at: TestCentre, { id }: Pick<Client, 'id'>, query = '', by = at.navigator) =>
  by.get<AccessReport & { type: string }>(`/v1/clients/${id}/access-report${query}`)

const sentences = ({ days }: AccessReport) => days.flatMap(({ lines }) => lines.map(({ sentence }) => sentence))

/** People have names that nobody could mistake for a role. */
async function nameOf(at: TestCentre, id: string): Promise<string> {
  const { items } = await at.admin.must<{ items: { id: string; name: string }[] }>('GET', '/v1/staff?limit=100')
  return items.find((person) => person.id === id)?.name ?? ''
}

describe('a client’s access report', () => {
  test('says in plain sentences, day by day, who looked at or changed what, with the time', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    await at.colleague.get(`/v1/referrals/${referral.id}`)
    at.api.pass({ minutes: 5 })
    await at.colleague.get(`/v1/clients/${client.id}`)
    at.api.pass({ days: 1 })
    await at.prescriber.must('POST', '/v1/clients/search', { body: { text: 'fiction' } })
    const { status, body } = await report(at, client)
    const [navigator, colleague, prescriber] = await Promise.all(
      [at.navigator, at.colleague, at.prescriber].map(({ id }) => nameOf(at, id)),
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      client: client.id,
      name: 'Fern Fiction',
      locale: 'en',
      period: { from: '2026-11-21', to: '2026-11-22' },
      preparedBy: navigator,
      centre: { name: 'Maple Test CHC' },
    })
    // The worker's own steps are at its own time.
    const byPeople = body.days.map(({ date, lines }) => [
      date,
      ...lines.filter(({ actor }) => actor !== 'system').map(({ sentence, times }) => [sentence, ...times]),
    ])
    expect(byPeople.filter(({ length }) => length > 1)).toEqual([
      [
        '2026-11-21',
        [
          `${navigator} (navigator) added to or changed your profile, messages back to whoever referred you and your referrals.`,
          '10:00',
        ],
        [`${prescriber} (prescriber) added to or changed your referrals.`, '10:00'],
        [`${colleague} (navigator) looked at your profile and your referrals.`, '10:00', '10:05'],
      ],
      ['2026-11-22', [`${prescriber} (prescriber) came upon your profile in a search.`, '10:05']],
    ])
  })

  test('is in the client’s language unless another is asked for', async () => {
    const at = await centre()
    const client = await withClient(at, { locale: 'fr' })
    await at.colleague.get(`/v1/clients/${client.id}`)
    const french = await report(at, client)
    expect(french.body.locale).toBe('fr')
    expect(sentences(french.body)[1]).toContain(', agente ou agent de liaison, a consulté\u00a0: votre profil.')
    expect(french.headers.get('Content-Language')).toBe('fr')
    const english = await report(at, client, '?locale=en')
    expect(sentences(english.body)[1]).toContain(' (navigator) looked at your profile.')
    expect(await report(at, client, '?locale=de')).toMatchObject({ status: 422 })
  })

  test('tells of the product’s own steps, of partners, of breaking the glass and of refusals', async () => {
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
    await partner.caller.must('GET', '/v1/partner/prescriptions')
    await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
      body: { scope: { kind: 'record' }, against: { kind: 'person', staff: at.colleague.id } },
    })
    await at.colleague.must('POST', '/v1/break-glass', { body: { client: client.id, reason: 'Found unconscious.' } })
    await at.navigator.post(`/v1/referrals/${referral.id}/resume`, undefined, { ifMatch: 4 })
    await settled(at)
    const told = sentences((await report(at, client)).body).join('\n')
    expect(told).toMatch(/^Our system, by itself and with nobody looking, brought messages back .* up to date\.$/m)
    expect(told).toMatch(/^Test Seniors’ Association \(partner organisation\) looked at .*your social prescriptions/m)
    expect(told).toMatch(/opened for fifteen minutes what you had locked/)
    expect(told).toMatch(/asked for something to do with .*, and was refused\.$/m)
    expect(told).not.toMatch(/unconscious|staff_|key_|access-report\.|information\./)
  })

  test('is itself an access, which the next one tells of', async () => {
    const at = await centre()
    const client = await withClient(at)
    await report(at, client)
    await report(at, client, '', at.admin)
    const told = sentences((await report(at, client)).body)
    expect(told.filter((sentence) => sentence.includes('prepared a report like this one'))).toHaveLength(2)
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?client=${client.id}`)
    expect(items.find(({ access }) => access === 'export')).toMatchObject({
      purpose: 'getAccessReport',
      information: ['audit'],
    })
  })

  test('covers the records that went into this one', async () => {
    const at = await centre()
    const [into, from] = [await withClient(at), await withClient(at)]
    await at.colleague.get(`/v1/clients/${from.id}`)
    await at.navigator.must('POST', `/v1/clients/${into.id}/merge`, { body: { from: from.id }, ifMatch: 1 })
    const told = sentences((await report(at, into)).body)
    expect(told.some((sentence) => /looked at your profile/.test(sentence))).toBe(true)
    expect(await report(at, from)).toMatchObject({ status: 409, body: { mergedInto: into.id } })
  })

  test('is of a period, where one is named', async () => {
    const at = await centre()
    const client = await withClient(at)
    at.api.pass({ days: 3 })
    await at.colleague.get(`/v1/clients/${client.id}`)
    const days = async (query: string) => (await report(at, client, query)).body.days.map(({ date }) => date)
    expect(await days('?from=2026-11-22')).toEqual(['2026-11-24'])
    expect(await days('?to=2026-11-23')).toEqual(['2026-11-21'])
    expect(await days('?from=2026-11-22&to=2026-11-23')).toEqual([])
    expect(await report(at, client, '?from=2026-11-23&to=2026-11-22')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/to', code: 'period-backwards' }] },
    })
  })

  test('is whole or not at all: who may not see a part of the record cannot prepare it', async () => {
    const at = await centre()
    const { client } = await withCaseload(at)
    const withhold = (scope: object, against: object) =>
      at.navigator.must('POST', `/v1/clients/${client.id}/directives`, { body: { scope, against } })
    await withhold({ kind: 'section', section: 'goal' }, { kind: 'person', staff: at.colleague.id })
    const part = await report(at, client, '', at.colleague)
    expect([part.status, part.body.type]).toEqual([409, 'urn:rx-community:problem:withheld-in-part'])
    await withhold({ kind: 'record' }, { kind: 'person', staff: at.colleague.id })
    expect((await report(at, client, '', at.colleague)).status).toBe(404)
    await withhold({ kind: 'record' }, { kind: 'role', role: 'centre-admin' })
    expect((await report(at, client, '', at.admin)).status).toBe(200)
  })

  test('is prepared by navigators and administrators, of clients of their own centre', async () => {
    const [at, other] = [await centre(), await centre()]
    const client = await withClient(at)
    for (const person of [at.prescriber, at.evaluator, at.champion]) {
      const refused = await report(at, client, '', person)
      expect(refused).toMatchObject({ status: 403, body: { permission: 'audit:report' } })
    }
    const [foreign, missing] = [
      await report(at, client, '', other.navigator),
      await report(at, { id: 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '', other.navigator),
    ]
    expect({ ...foreign.body, instance: '' }).toEqual({ ...missing.body, instance: '' })
    expect(foreign.status).toBe(404)
  })
})

describe('the report as a page', () => {
  test('is one to print: in its language, without script, its style sheet named by its policy', async () => {
    const at = await centre()
    const client = await withClient(at, { locale: 'fr' })
    const { status, html, headers } = await pageOf(at, at.navigator, `/v1/clients/${client.id}/access-report`)
    expect(status).toBe(200)
    expect(headers.get('Content-Type')).toMatch(/^text\/html/)
    expect(headers.get('Content-Language')).toBe('fr')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Vary')).toMatch(/Accept(,|$)/)
    expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*style-src 'sha256-/)
    expect(html).toContain('<html lang="fr-CA">')
    expect(html).toContain('<h1>Qui a consulté le dossier de Fern Fiction</h1>')
    expect(html).toContain('<h2>21 novembre 2026</h2>')
    expect(html).not.toMatch(/<script|onload=|javascript:/i)
  })

  test('shows what people typed, and runs none of it', async () => {
    const at = await centre()
    const client = await withClient(at, { names: { given: '<script>alert(1)</script>', family: '"><img src=x>' } })
    const { html } = await pageOf(at, at.navigator, `/v1/clients/${client.id}/access-report`)
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/<script|<img/)
  })

  test('is data for whoever does not ask for a page, and a refusal is a problem either way', async () => {
    const at = await centre()
    const client = await withClient(at)
    const json = await at.navigator.get(`/v1/clients/${client.id}/access-report`, { headers: { Accept: '*/*' } })
    expect(json.headers.get('Content-Type')).toMatch(/^application\/json/)
    const refused = await pageOf(at, at.evaluator, `/v1/clients/${client.id}/access-report`)
    expect([refused.status, refused.headers.get('Content-Type')]).toEqual([403, 'application/problem+json'])
  })
})

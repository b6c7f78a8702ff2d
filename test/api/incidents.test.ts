import { describe, expect, test } from 'vitest'
import type { AuditEntry } from '../../shared/audit/schema.ts'
import type { Affected } from '../../shared/incidents/affected.ts'
import type { Incident } from '../../shared/incidents/schema.ts'
import { centre, type TestCentre, withCaseload, withClient } from '../support/centre.ts'

const snooping = {
  kind: 'unauthorised-use',
  what: 'Looked at records of people who were not on the caseload.',
  period: { from: '2026-11-20', to: '2026-11-21' },
}

const recorded = (at: TestCentre, given: object = {}) =>
  at.admin.must<Incident>('POST', '/v1/incidents', { body: { ...snooping, ...given } })

describe('the register of incidents', () => {
  test('holds what happened, of what kind, when, found out when, and who was told when', async () => {
    const at = await centre()
    const { status, body, headers } = await at.admin.post<Incident>('/v1/incidents', {
      ...snooping,
      actors: [at.colleague.id],
    })
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { ...snooping, discoveredOn: '2026-11-21', notified: {}, recordedBy: at.admin.id, version: 1 },
    })
    expect(headers.get('Location')).toBe(`/v1/incidents/${body.id}`)
    const path = `/v1/incidents/${body.id}`
    const told = await at.admin.patch<Incident>(path, { notified: { clients: '2026-11-21' } }, { ifMatch: 1 })
    expect(told).toMatchObject({ status: 200, body: { notified: { clients: '2026-11-21' }, version: 2 } })
    const both = await at.admin.patch<Incident>(path, { notified: { commissioner: '2026-11-21' } }, { ifMatch: 2 })
    expect(both.body.notified).toEqual({ clients: '2026-11-21', commissioner: '2026-11-21' })
    expect(await at.admin.must('GET', path)).toEqual(both.body)
  })

  test('is listed with the last discovered first, page by page', async () => {
    const at = await centre()
    const [a, b, c] = [
      await recorded(at, { discoveredOn: '2026-11-20' }),
      await recorded(at, { discoveredOn: '2026-11-21' }),
      await recorded(at, { period: { from: '2025-01-01', to: '2025-01-02' }, discoveredOn: '2025-02-01' }),
    ]
    const first = await at.admin.must<{ items: Incident[]; nextCursor: string }>('GET', '/v1/incidents?limit=2')
    const rest = await at.admin.must<{ items: Incident[] }>('GET', `/v1/incidents?limit=2&cursor=${first.nextCursor}`)
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual([b.id, a.id, c.id])
  })

  test('takes no date in the future or out of order, and nothing else that is wrong', async () => {
    const at = await centre()
    const { id } = await recorded(at)
    const bad = [
      [{ period: { from: '2026-11-20', to: '2026-11-22' } }, '#/period/to', 'future-date'],
      [{ period: { from: '2026-11-20', to: '2026-11-19' } }, '#/period/to', 'too-early'],
      [{ discoveredOn: '2026-11-19' }, '#/discoveredOn', 'too-early'],
      [{ discoveredOn: '2026-11-21', notified: { clients: '2026-11-20' } }, '#/notified/clients', 'too-early'],
      [{ notified: { commissioner: '2026-12-24' } }, '#/notified/commissioner', 'future-date'],
      [{ kind: 'mishap' }, '#/kind', 'not-a-choice'],
      [{ what: '' }, '#/what', 'empty'],
      [{ actors: ['client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'] }, '#/actors/0', 'form'],
      [{ clients: [] }, '#/clients', 'unknown-field'],
    ] as const
    for (const [given, pointer, code] of bad) {
      const refused = { status: 422, body: { errors: [{ pointer, code }] } }
      expect(await at.admin.post('/v1/incidents', { ...snooping, ...given })).toMatchObject(refused)
      expect(await at.admin.patch(`/v1/incidents/${id}`, given, { ifMatch: 1 })).toMatchObject(refused)
    }
    expect(await at.admin.must('GET', '/v1/incidents')).toMatchObject({ items: [{ id, version: 1 }] })
  })

  test('is the administrator’s, of their own centre; a stale version is refused', async () => {
    const [at, other] = [await centre(), await centre()]
    const { id } = await recorded(at)
    for (const person of [at.prescriber, at.navigator, at.evaluator, at.champion]) {
      expect(await person.post('/v1/incidents', snooping)).toMatchObject({
        status: 403,
        body: { permission: 'incidents:write' },
      })
      for (const path of ['/v1/incidents', `/v1/incidents/${id}`, `/v1/incidents/${id}/affected`]) {
        expect(await person.get(path)).toMatchObject({ status: 403, body: { permission: 'incidents:read' } })
      }
    }
    for (const path of [`/v1/incidents/${id}`, `/v1/incidents/${id}/affected`]) {
      expect((await other.admin.get(path)).status).toBe(404)
    }
    expect((await at.admin.patch(`/v1/incidents/${id}`, { what: 'More.' }, { ifMatch: 2 })).status).toBe(412)
    expect((await at.admin.patch(`/v1/incidents/${id}`, { what: 'More.' })).status).toBe(428)
  })
})

describe('who is affected', () => {
  /** A colleague who looks at two clients, one of them often, and is refused a third. */
  async function looked() {
    const at = await centre()
    const { client: often, referral } = await withCaseload(at)
    const once = await withClient(at, { names: { given: 'Flora', family: 'Fable' } })
    const never = await withClient(at, { names: { given: 'Felix', family: 'Feigned' } })
    await at.colleague.get(`/v1/clients/${often.id}`)
    await at.colleague.get(`/v1/referrals/${referral.id}`)
    await at.colleague.get(`/v1/clients/${once.id}`)
    await at.colleague.post('/v1/referrals', { client: never.id })
    const incident = await recorded(at, { actors: [at.colleague.id] })
    const affected = async (query = '') =>
      (await at.admin.must<{ items: Affected[] }>('GET', `/v1/incidents/${incident.id}/affected${query}`)).items
    return { at, often, once, incident, affected }
  }

  test('is told by the audit log: whose information those in question had, what of it, how often, when', async () => {
    const { at, often, once, affected } = await looked()
    const found = await affected()
    expect(found).toMatchObject([
      { client: often.id, accesses: 2, information: ['client', 'referral'], actors: [at.colleague.id] },
      { client: once.id, accesses: 1, information: ['client'] },
    ])
    expect(found[0]?.firstAt).toMatch(/^2026-11-21T15:00/)
    expect(String(found[0]?.lastAt) > String(found[0]?.firstAt)).toBe(true)
    expect(JSON.stringify(found)).not.toMatch(/Fern|Flora/)
  })

  test('may be asked of another person or another time', async () => {
    const { at, affected } = await looked()
    expect((await affected(`?actor=${at.navigator.id}`)).length).toBe(3)
    expect(await affected(`?actor=${at.evaluator.id}`)).toEqual([])
    expect(await affected('?from=2026-11-19&to=2026-11-20')).toEqual([])
  })

  test('needs somebody in question, and a period that does not end before it begins', async () => {
    const at = await centre()
    const { id } = await recorded(at)
    const path = `/v1/incidents/${id}/affected`
    expect(await at.admin.get(path)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/query/actor', code: 'no-actor' }] },
    })
    expect(await at.admin.get(`${path}?actor=${at.colleague.id}&from=2026-11-21&to=2026-11-20`)).toMatchObject({
      status: 422,
      body: { errors: [{ code: 'period-backwards' }] },
    })
  })

  test('is itself noted in the audit log', async () => {
    const { at, affected } = await looked()
    await affected()
    const { items } = await at.admin.must<{ items: AuditEntry[] }>('GET', `/v1/audit?actor=${at.admin.id}`)
    expect(items[0]).toMatchObject({ access: 'read', purpose: 'listAffected', information: ['audit'] })
  })
})

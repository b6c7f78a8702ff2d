import { expect, test } from 'vitest'
import type { ApiKey, Partner } from '../../shared/partners/schema.ts'
import type { Caller } from '../support/caller.ts'
import { centre } from '../support/centre.ts'

const library = { name: { en: 'Lantern Library', fr: 'Bibliothèque La Lanterne' }, languages: ['en', 'fr'] }
const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

function partnerOf(by: Caller): Promise<Partner> {
  return by.must('POST', '/v1/partners', { body: library })
}

test('a partner is put on file, read, listed and found nowhere else', async () => {
  const at = await centre()
  const partner = await partnerOf(at.navigator)
  expect(partner).toMatchObject({ ...library, version: 1, status: 'active' })
  expect((await at.prescriber.get<Partner>(`/v1/partners/${partner.id}`)).body).toEqual(partner)
  const second = await partnerOf(at.admin)
  const list = await at.prescriber.must<{ items: Partner[] }>('GET', '/v1/partners')
  expect(list.items.map(({ id }) => id)).toEqual([partner.id, second.id])
  const elsewhere = await centre()
  expect(await elsewhere.navigator.get(`/v1/partners/${partner.id}`)).toMatchObject({ status: 404 })
  expect((await elsewhere.navigator.must<{ items: Partner[] }>('GET', '/v1/partners')).items).toEqual([])
})

test('the list of partners comes page by page', async () => {
  const at = await centre()
  const ids = [await partnerOf(at.admin), await partnerOf(at.admin), await partnerOf(at.admin)].map(({ id }) => id)
  const first = await at.admin.must<{ items: Partner[]; nextCursor: string }>('GET', '/v1/partners?limit=2')
  const rest = await at.admin.must<{ items: Partner[] }>('GET', `/v1/partners?limit=2&cursor=${first.nextCursor}`)
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
})

test('only what is named changes; null takes an optional field away; the timeline names the fields', async () => {
  const at = await centre()
  const partner = await at.admin.must<Partner>('POST', '/v1/partners', { body: { ...library, phone: '519-555-0142' } })
  const path = `/v1/partners/${partner.id}`
  const { body } = await at.navigator.patch<Partner>(path, { phone: null, email: 'a@example.org' }, { ifMatch: 1 })
  const { phone: _, ...rest } = partner
  expect(body).toEqual({ ...rest, version: 2, email: 'a@example.org' })
  const timeline = await at.prescriber.must<{ items: { type: string; facts: unknown }[] }>('GET', `${path}/timeline`)
  expect(timeline.items).toMatchObject([
    { type: 'partner.created' },
    { type: 'partner.updated', facts: { fields: ['email', 'phone'] } },
  ])
})

test('two change a partner at once: one wins, the other is told it changed', async () => {
  const at = await centre()
  const partner = await partnerOf(at.admin)
  const answers = await Promise.all(
    [at.navigator, at.colleague].map((person) =>
      person.patch(`/v1/partners/${partner.id}`, { phone: '519-555-0142' }, { ifMatch: 1 }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('a field that may not be null, an unknown field and a plain http address are refused', async () => {
  const at = await centre()
  const partner = await partnerOf(at.admin)
  const path = `/v1/partners/${partner.id}`
  const refused = await at.admin.patch<{ errors: unknown }>(
    path,
    { name: null, status: 'inactive', url: 'http://example.org' },
    { ifMatch: 1 },
  )
  expect(refused).toMatchObject({
    status: 422,
    body: {
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '#/name', code: 'type' }),
        expect.objectContaining({ pointer: '#/status', code: 'unknown-field' }),
        expect.objectContaining({ pointer: '#/url', code: 'form-url' }),
      ]),
    },
  })
  expect((await at.admin.get(path)).body).toEqual(partner)
})

test('a deactivated partner’s keys are revoked with it; active again, it needs new ones', async () => {
  const at = await centre()
  const partner = await partnerOf(at.admin)
  const path = `/v1/partners/${partner.id}`
  const keys = await Promise.all(
    ['calendar', 'kiosk'].map((name) =>
      at.admin.must<ApiKey>('POST', `${path}/keys`, { body: { name, scopes: ['activities:write'] } }),
    ),
  )
  const inactive = await at.navigator.post<Partner>(`${path}/deactivate`, undefined, { ifMatch: 1 })
  expect(inactive).toMatchObject({ status: 200, body: { status: 'inactive', version: 2 } })
  const { items } = await at.admin.must<{ items: ApiKey[] }>('GET', `${path}/keys`)
  expect(items.map(({ id, revokedAt }) => [id, typeof revokedAt])).toEqual(keys.map(({ id }) => [id, 'string']).sort())
  const again = await at.navigator.post(`${path}/deactivate`, undefined, { ifMatch: 2 })
  expect(again).toMatchObject({
    status: 409,
    body: { ...problem('invalid-transition'), from: 'inactive', allowed: ['active'] },
  })
  const active = await at.navigator.post<Partner>(`${path}/activate`, undefined, { ifMatch: 2 })
  expect(active).toMatchObject({ status: 200, body: { status: 'active', version: 3 } })
  expect(await at.navigator.post(`${path}/activate`, undefined, { ifMatch: 3 })).toMatchObject({ status: 409 })
  expect((await at.admin.must<{ items: ApiKey[] }>('GET', `${path}/keys`)).items[0]?.revokedAt).toBeDefined()
})

test('who lacks a permission is told which', async () => {
  const at = await centre()
  const partner = await partnerOf(at.admin)
  const path = `/v1/partners/${partner.id}`
  const refusals = await Promise.all([
    at.prescriber.post('/v1/partners', library),
    at.prescriber.patch(path, { phone: '1' }, { ifMatch: 1 }),
    at.evaluator.post(`${path}/deactivate`, undefined, { ifMatch: 1 }),
    at.evaluator.post(`${path}/activate`, undefined, { ifMatch: 1 }),
  ])
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ status: 403, body: { permission: 'partners:write' } })
  }
  expect(await at.champion.get('/v1/partners')).toMatchObject({ status: 403, body: { permission: 'partners:read' } })
  expect(await at.champion.get(`${path}/timeline`)).toMatchObject({ status: 403 })
})

test('a change needs the version it was made from', async () => {
  const at = await centre()
  const partner = await partnerOf(at.admin)
  const path = `/v1/partners/${partner.id}`
  expect(await at.admin.patch(path, { phone: '1' })).toMatchObject({ status: 428 })
  expect(await at.admin.patch(path, { phone: '1' }, { ifMatch: 9 })).toMatchObject({ status: 412 })
  expect(await at.admin.post(`${path}/deactivate`, undefined, { ifMatch: 9 })).toMatchObject({ status: 412 })
  expect((await at.admin.get<Partner>(path)).body).toEqual(partner)
})

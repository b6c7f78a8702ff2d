import { expect, test } from 'vitest'
import type { ActivityView } from '../../shared/activities/view.ts'
import { centre } from '../support/centre.ts'
import { withActivity, withPartner, withRequest } from '../support/loop.ts'

const path = '/v1/partner/activities'
const storyHour = {
  name: { en: 'Story hour', fr: 'Heure du conte' },
  description: { en: 'Tales for grown-ups.', fr: 'Des contes pour adultes.' },
  category: 'arts-culture',
  languages: ['en', 'fr'],
  location: { kind: 'place', name: { en: 'Reading room', fr: 'Salle de lecture' }, town: 'Guelph' },
  cost: { kind: 'free' },
  capacity: 4,
}

test('a partner lists an activity of its own: the centre keeps it, and alone sees it', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const { status, body } = await partner.caller.post<ActivityView>(path, storyHour)
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { owner: at.id, partner: partner.id, visibility: { kind: 'centre' }, leaders: [], placesLeft: 4 },
  })
  expect((await at.navigator.get(`/v1/activities/${body.id}`)).body).toEqual(body)
  const elsewhere = await centre()
  expect(await elsewhere.navigator.get(`/v1/activities/${body.id}`)).toMatchObject({ status: 404 })
  const { items } = await at.navigator.must<{ items: object[] }>('GET', `/v1/activities/${body.id}/timeline`)
  expect(items).toMatchObject([{ type: 'activity.created', actor: { id: partner.caller.id, kind: 'partner' } }])
})

test('whose it is, who leads it and who else sees it is not for the partner to say', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const { id } = await partner.caller.must<ActivityView>('POST', path, { body: storyHour })
  for (const [field, value] of [
    ['partner', partner.id],
    ['leaders', []],
    ['visibility', { kind: 'provincial' }],
    ['owner', at.id],
  ] as const) {
    const refusals = [
      await partner.caller.post(path, { ...storyHour, [field]: value }),
      await partner.caller.patch(`${path}/${id}`, { [field]: value }, { ifMatch: 1 }),
    ]
    for (const refused of refusals) {
      expect(refused).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: `#/${field}`, code: 'unknown-field' }] },
      })
    }
  }
})

test('a partner sees and changes its own listings and no others', async () => {
  const at = await centre()
  const [partner, other] = [await withPartner(at), await withPartner(at)]
  const own = await partner.caller.must<ActivityView>('POST', path, { body: storyHour })
  const theirs = await other.caller.must<ActivityView>('POST', path, { body: storyHour })
  const centres = await withActivity(at)
  const list = await partner.caller.must<{ items: ActivityView[] }>('GET', path)
  expect(list.items).toEqual([own])
  expect((await partner.caller.get(`${path}/${own.id}`)).body).toEqual(own)
  for (const { id } of [theirs, centres]) {
    expect(await partner.caller.get(`${path}/${id}`)).toMatchObject({ status: 404 })
    expect(await partner.caller.patch(`${path}/${id}`, { capacity: 9 }, { ifMatch: 1 })).toMatchObject({ status: 404 })
  }
  const changed = await partner.caller.patch(`${path}/${own.id}`, { admission: 'waitlist' }, { ifMatch: 1 })
  expect(changed).toMatchObject({ status: 200, body: { admission: 'waitlist', version: 2, partner: partner.id } })
  expect(await partner.caller.patch(`${path}/${own.id}`, {}, { ifMatch: 1 })).toMatchObject({ status: 412 })
})

test('what the centre decided stays when the partner changes the rest', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const { id } = await partner.caller.must<ActivityView>('POST', path, { body: storyHour })
  const decided = { leaders: [at.champion.id], visibility: { kind: 'provincial' } }
  await at.navigator.must('PATCH', `/v1/activities/${id}`, { body: decided, ifMatch: 1 })
  const { body } = await partner.caller.patch(`${path}/${id}`, { capacity: 6 }, { ifMatch: 2 })
  expect(body).toMatchObject({ ...decided, capacity: 6 })
})

test('the rules of a listing hold for a partner too', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const schedule = { start: '2026-09-09T13:30', durationMinutes: 60, zone: 'America/Toronto', rrule: 'FREQ=DAILY' }
  const endless = await partner.caller.post(path, { ...storyHour, schedule })
  expect(endless).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/schedule/rrule', code: 'schedule-endless' }] },
  })
  const { id } = await partner.caller.must<ActivityView>('POST', path, { body: storyHour })
  await at.navigator.must('POST', `/v1/activities/${id}/close`, { ifMatch: 1 })
  const closed = await partner.caller.patch(`${path}/${id}`, { capacity: 9 }, { ifMatch: 2 })
  expect(closed).toMatchObject({ status: 409, body: { type: 'urn:rx-community:problem:activity-closed' } })
})

test('a partner cannot offer fewer places than are taken', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  const activity = await withActivity(at, { capacity: 4 })
  await withRequest(at, activity)
  await withRequest(at, activity)
  await at.navigator.must('PATCH', `/v1/activities/${activity.id}`, { body: { partner: partner.id }, ifMatch: 1 })
  const refused = await partner.caller.patch(`${path}/${activity.id}`, { capacity: 1 }, { ifMatch: 2 })
  expect(refused).toMatchObject({ status: 409, body: { taken: 2, capacity: 1 } })
})

test('a partner that the centre works with no longer lists nothing, even in the minute its key is still believed', async () => {
  const at = await centre()
  const partner = await withPartner(at)
  await partner.caller.must('GET', path)
  await at.admin.must('POST', `/v1/partners/${partner.id}/deactivate`, { ifMatch: 1 })
  expect(await partner.caller.post(path, storyHour)).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/partner', code: 'unknown-partner' }] },
  })
  at.api.pass({ minutes: 1 })
  expect(await partner.caller.post(path, storyHour)).toMatchObject({ status: 401 })
})

test('staff have their own way to activities', async () => {
  const at = await centre()
  for (const refused of [await at.admin.get(path), await at.navigator.post(path, storyHour)]) {
    expect(refused).toMatchObject({ status: 403, body: { permission: 'listings:write' } })
  }
})

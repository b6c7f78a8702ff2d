import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Activity } from '../../shared/activities/schema.ts'
import type { ActivityView } from '../../shared/activities/view.ts'
import { change } from '../../shared/db/event.ts'
import { Partner } from '../../shared/partners/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { withActivity, withPartner, withProposal, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })
const weekly = {
  start: '2026-09-09T13:30',
  durationMinutes: 90,
  zone: 'America/Toronto',
  rrule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270630T035959Z',
}
const ukulele = {
  name: { en: 'Ukulele group', fr: 'Groupe de ukulélé' },
  description: { en: 'Easy songs together.', fr: 'Des chansons faciles en groupe.' },
  category: 'arts-culture',
  tags: ['music'],
  languages: ['en', 'fr'],
  schedule: weekly,
  location: { kind: 'place', name: { en: 'Hall', fr: 'Salle' }, town: 'Guelph' },
  cost: { kind: 'free' },
  capacity: 16,
}

function list(at: TestCentre, body: object = {}): Promise<ActivityView> {
  return at.navigator.must('POST', '/v1/activities', { body: { ...ukulele, ...body } })
}

/** A word that no other test's activities have: provincial ones are seen everywhere. */
function word(): string {
  return `x${randomBytes(5).toString('hex')}`
}

async function found(at: TestCentre, query: string): Promise<string[]> {
  const { items } = await at.navigator.must<{ items: ActivityView[] }>('GET', `/v1/activities?limit=100&${query}`)
  return items.map(({ id }) => id)
}

function refusedAt(answer: Answer<unknown>, pointer: string, code: string) {
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
}

describe('listing', () => {
  test('an activity is listed with what follows from it: fresh, all places left, the next time', async () => {
    const at = await centre()
    const activity = await list(at)
    expect(activity).toMatchObject({
      ...ukulele,
      owner: at.id,
      status: 'active',
      visibility: { kind: 'centre' },
      admission: 'capacity',
      verifiedOn: '2026-11-21',
      stale: false,
      placesLeft: 16,
      next: { start: '2026-11-25T18:30:00.000Z', end: '2026-11-25T20:00:00.000Z', date: '2026-11-25' },
    })
    const { body, headers } = await at.champion.get<ActivityView>(`/v1/activities/${activity.id}`)
    expect(body).toEqual(activity)
    expect(headers.get('ETag')).toBe('"1"')
  })

  test('a request repeated lists one activity and answers the same', async () => {
    const at = await centre()
    const ask = () => at.navigator.post('/v1/activities', ukulele, { headers: { 'Idempotency-Key': 'once' } })
    const [first, second] = [await ask(), await ask()]
    expect(second).toMatchObject({ status: 201, body: first.body })
    expect(await found(at, 'text=easy+songs')).toHaveLength(1)
  })

  test('one without a capacity has no number of places left, one without a schedule no next time', async () => {
    const at = await centre()
    const { capacity: _, schedule: __, ...open } = ukulele
    const activity = await at.admin.must('POST', '/v1/activities', { body: open })
    expect(activity).toMatchObject({ placesLeft: null, next: null })
  })

  test('a schedule that is over has no next time; the last one has not yet begun', async () => {
    const at = await centre()
    const last = await list(at, { schedule: { ...weekly, rrule: undefined, start: '2026-11-21T10:30' } })
    expect(last.next).toMatchObject({ date: '2026-11-21' })
    at.api.pass({ hours: 1 })
    expect((await at.navigator.get(`/v1/activities/${last.id}`)).body).toMatchObject({ next: null })
  })

  test('a schedule that cannot be kept is refused where it is wrong', async () => {
    const at = await centre()
    const bad = [
      [{ zone: 'America/Atlantis' }, '#/schedule/zone', 'schedule-unknown-zone'],
      [{ start: '2026-02-30T13:30' }, '#/schedule/start', 'schedule-bad-start'],
      [{ rrule: 'FREQ=WEEKLY' }, '#/schedule/rrule', 'schedule-endless'],
      [{ rrule: 'FREQ=SECONDLY;COUNT=9' }, '#/schedule/rrule', 'schedule-too-often'],
      [{ rrule: 'every Tuesday' }, '#/schedule/rrule', 'schedule-unreadable'],
      [{ rrule: 'FREQ=YEARLY;BYYEARDAY=9;COUNT=2' }, '#/schedule/rrule', 'schedule-unsupported'],
      [{ rrule: 'FREQ=DAILY;COUNT=501' }, '#/schedule/rrule', 'schedule-too-many'],
      [{ rrule: undefined, except: ['2026-09-09'] }, '#/schedule', 'schedule-never'],
    ] as const
    for (const [wrong, pointer, code] of bad) {
      const schedule = { ...weekly, ...wrong }
      const refused = await at.navigator.post<{ errors: { detail: string }[] }>('/v1/activities', {
        ...ukulele,
        schedule,
      })
      refusedAt(refused, pointer, code)
      expect(refused.body.errors[0]?.detail).not.toContain('fault.')
    }
    expect(await found(at, 'text=ukulele+easy')).toEqual([])
  })

  test('its partner is an active one of the centre', async () => {
    const at = await centre()
    const [{ id: partner }, { id: foreign }] = [await withPartner(at), await withPartner(await centre())]
    expect(await list(at, { partner })).toMatchObject({ partner })
    refusedAt(
      await at.navigator.post('/v1/activities', { ...ukulele, partner: foreign }),
      '#/partner',
      'unknown-partner',
    )
    const { store } = at.context()
    const before = await store.get(Partner, partner)
    await store.commit([change(Partner, before, { ...before, status: 'inactive', version: 2 }, 'deactivated')])
    refusedAt(await at.navigator.post('/v1/activities', { ...ukulele, partner }), '#/partner', 'unknown-partner')
  })

  test('its leaders are active staff of the centre, each named once', async () => {
    const at = await centre()
    const elsewhere = await centre()
    const leaders = [at.champion.id, at.navigator.id]
    expect(await list(at, { leaders })).toMatchObject({ leaders })
    const post = (named: string[]) => at.navigator.post('/v1/activities', { ...ukulele, leaders: named })
    refusedAt(await post([at.champion.id, elsewhere.champion.id]), '#/leaders/1', 'not-staff')
    refusedAt(await post([at.champion.id, at.champion.id]), '#/leaders/1', 'twice')
  })

  test('the centres it is shared with have the form of centres, are others, and are named once', async () => {
    const at = await centre()
    const post = (centres: string[]) =>
      at.navigator.post('/v1/activities', { ...ukulele, visibility: { kind: 'shared', centres } })
    refusedAt(await post(['guelph', at.id]), '#/visibility/centres/1', 'own-centre')
    refusedAt(await post(['Guelph CHC']), '#/visibility/centres/0', 'unknown-centre')
    refusedAt(await post(['provincial']), '#/visibility/centres/0', 'unknown-centre')
    refusedAt(await post(['guelph', 'guelph']), '#/visibility/centres/1', 'twice')
  })

  test('a verification in the future, a cost of nothing and text in one language are refused', async () => {
    const at = await centre()
    const bad = [
      [{ verifiedOn: '2026-11-22' }, '#/verifiedOn', 'future-date'],
      [{ cost: { kind: 'fee', cents: 0, waivable: false } }, '#/cost/cents', 'too-small'],
      [{ name: { en: 'Ukulele' } }, '#/name/fr', 'type'],
      [{ owner: 'guelph' }, '#/owner', 'unknown-field'],
      [{ capacity: 0 }, '#/capacity', 'too-small'],
    ] as const
    for (const [wrong, pointer, code] of bad) {
      refusedAt(await at.navigator.post('/v1/activities', { ...ukulele, ...wrong }), pointer, code)
    }
  })

  test('who may not list is told the permission', async () => {
    const at = await centre()
    for (const person of [at.prescriber, at.evaluator, at.champion]) {
      const refused = await person.post('/v1/activities', ukulele)
      expect(refused).toMatchObject({ status: 403, body: { permission: 'activities:write' } })
    }
  })
})

describe('who sees it', () => {
  test('private, shared and provincial: each centre finds what it may, once, and nothing else', async () => {
    const [at, friend, stranger] = [await centre(), await centre(), await centre()]
    const tags = [word()]
    const own = await list(at, { tags })
    const shared = await list(at, { tags, visibility: { kind: 'shared', centres: [friend.id] } })
    const provincial = await list(at, { tags, visibility: { kind: 'provincial' } })
    const query = `interest=${tags[0]}`
    expect((await found(at, query)).sort()).toEqual([own.id, shared.id, provincial.id])
    expect((await found(friend, query)).sort()).toEqual([shared.id, provincial.id])
    expect(await found(stranger, query)).toEqual([provincial.id])
    const statuses = async (reader: TestCentre) =>
      Promise.all(
        [own, shared, provincial].map(async ({ id }) => (await reader.navigator.get(`/v1/activities/${id}`)).status),
      )
    expect(await statuses(at)).toEqual([200, 200, 200])
    expect(await statuses(friend)).toEqual([404, 200, 200])
    expect(await statuses(stranger)).toEqual([404, 404, 200])
  })

  test('what is no longer shared is seen no longer, and readers see every change', async () => {
    const [at, friend] = [await centre(), await centre()]
    const activity = await list(at, { visibility: { kind: 'shared', centres: [friend.id] } })
    const path = `/v1/activities/${activity.id}`
    await at.navigator.must('PATCH', path, { body: { languages: ['fr'] }, ifMatch: 1 })
    expect((await friend.navigator.get(path)).body).toMatchObject({ languages: ['fr'], version: 2 })
    await at.navigator.must('PATCH', path, { body: { visibility: { kind: 'centre' } }, ifMatch: 2 })
    expect(await friend.navigator.get(path)).toMatchObject({ status: 404 })
  })

  test('only the centre that keeps it changes it; others who see it are told so', async () => {
    const [at, friend] = [await centre(), await centre()]
    const [shared, own] = [await list(at, { visibility: { kind: 'shared', centres: [friend.id] } }), await list(at)]
    const tries = (id: string) =>
      Promise.all([
        friend.navigator.patch(`/v1/activities/${id}`, { capacity: 3 }, { ifMatch: 1 }),
        friend.navigator.post(`/v1/activities/${id}/close`, undefined, { ifMatch: 1 }),
        friend.navigator.post(`/v1/activities/${id}/verify`, undefined, { ifMatch: 1 }),
      ])
    for (const refused of await tries(shared.id)) {
      expect(refused).toMatchObject({ status: 409, body: { ...problem('kept-elsewhere'), owner: at.id } })
    }
    for (const refused of await tries(own.id)) expect(refused).toMatchObject({ status: 404 })
    expect(await friend.navigator.get(`/v1/activities/${shared.id}/timeline`)).toMatchObject({ status: 404 })
    expect((await at.navigator.get(`/v1/activities/${shared.id}`)).body).toEqual(shared)
  })

  test('the centre reads what happened to its listing', async () => {
    const at = await centre()
    const { id } = await list(at)
    await at.navigator.must('PATCH', `/v1/activities/${id}`, { body: { capacity: 20 }, ifMatch: 1 })
    await at.admin.must('POST', `/v1/activities/${id}/verify`, { ifMatch: 2 })
    await at.admin.must('POST', `/v1/activities/${id}/close`, { ifMatch: 3 })
    const { items } = await at.prescriber.must<{ items: object[] }>('GET', `/v1/activities/${id}/timeline`)
    expect(items).toMatchObject([
      { type: 'activity.created', facts: { category: 'arts-culture', visibility: 'centre' } },
      { type: 'activity.updated', facts: { fields: ['capacity'] } },
      { type: 'activity.verified', facts: { on: '2026-11-21' } },
      { type: 'activity.closed' },
    ])
  })
})

describe('changing', () => {
  test('only what is named changes; null takes an optional field away', async () => {
    const at = await centre()
    const activity = await list(at, { eligibility: { en: 'Adults', fr: 'Adultes' } })
    const body = { schedule: null, eligibility: null, capacity: null, tags: ['singing'] }
    const after = await at.navigator.must<Activity>('PATCH', `/v1/activities/${activity.id}`, { body, ifMatch: 1 })
    const { schedule: _, eligibility: __, capacity: ___, ...rest } = activity
    expect(after).toEqual({ ...rest, tags: ['singing'], version: 2, placesLeft: null, next: null })
  })

  test('the rules of a new listing hold for a change, on what is named', async () => {
    const at = await centre()
    const { id: partner } = await withPartner(at)
    const activity = await list(at, { partner })
    const path = `/v1/activities/${activity.id}`
    const patch = (body: object) => at.navigator.patch(path, body, { ifMatch: 1 })
    refusedAt(await patch({ schedule: { ...weekly, rrule: 'FREQ=DAILY' } }), '#/schedule/rrule', 'schedule-endless')
    refusedAt(await patch({ visibility: { kind: 'shared', centres: [at.id] } }), '#/visibility/centres/0', 'own-centre')
    refusedAt(await patch({ leaders: ['staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'] }), '#/leaders/0', 'not-staff')
    refusedAt(await patch({ verifiedOn: '2026-11-20' }), '#/verifiedOn', 'unknown-field')
    refusedAt(await patch({ name: null }), '#/name', 'type')
    await at.admin.must('POST', `/v1/partners/${partner}/deactivate`, { ifMatch: 1 })
    refusedAt(await patch({ partner }), '#/partner', 'unknown-partner')
    expect(await patch({ tags: ['singing'] })).toMatchObject({ status: 200, body: { partner } })
  })

  test('a stale version is refused with nothing changed', async () => {
    const at = await centre()
    const activity = await list(at)
    const path = `/v1/activities/${activity.id}`
    expect(await at.navigator.patch(path, { capacity: 5 })).toMatchObject({ status: 428 })
    for (const refused of [
      await at.navigator.patch(path, { capacity: 5 }, { ifMatch: 2 }),
      await at.navigator.post(`${path}/close`, undefined, { ifMatch: 2 }),
      await at.navigator.post(`${path}/verify`, undefined, { ifMatch: 2 }),
    ]) {
      expect(refused).toMatchObject({ status: 412 })
    }
    expect((await at.navigator.get(path)).body).toEqual(activity)
  })

  test('the capacity cannot be lower than the places taken', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 5 })
    await withRequest(at, activity)
    await withRequest(at, activity)
    const path = `/v1/activities/${activity.id}`
    expect((await at.navigator.get(path)).body).toMatchObject({ placesLeft: 3 })
    const refused = await at.navigator.patch(path, { capacity: 1 }, { ifMatch: 1 })
    expect(refused).toMatchObject({
      status: 409,
      body: { ...problem('capacity-below-taken'), taken: 2, capacity: 1, detail: expect.stringContaining('2 places') },
    })
    const lowered = await at.navigator.patch(path, { capacity: 2 }, { ifMatch: 1 })
    expect(lowered).toMatchObject({ status: 200, body: { capacity: 2, placesLeft: 0 } })
  })

  test('a raised capacity moves the waiting list up, as far as there are places', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    await withRequest(at, activity)
    const [first, second] = [await withRequest(at, activity, true), await withRequest(at, activity, true)]
    await at.navigator.must('PATCH', `/v1/activities/${activity.id}`, { body: { capacity: 2 }, ifMatch: 1 })
    await settled(at)
    const statusOf = async ({ id }: { id: string }) =>
      (await at.navigator.must<{ status: string }>('GET', `/v1/prescriptions/${id}`)).status
    expect([await statusOf(first), await statusOf(second)]).toEqual(['accepted', 'on-hold'])
    await at.navigator.must('PATCH', `/v1/activities/${activity.id}`, { body: { capacity: null }, ifMatch: 2 })
    await settled(at)
    expect(await statusOf(second)).toBe('accepted')
    expect((await at.navigator.get(`/v1/activities/${activity.id}`)).body).toMatchObject({ placesLeft: null })
  })

  test('places taken in the very moment that the capacity is lowered are never too many', async () => {
    const at = await centre()
    for (const moment of [0, 1, 2, 3]) {
      const activity = await withActivity(at, { capacity: 3 })
      await withRequest(at, activity)
      const proposals = [await withProposal(at, activity), await withProposal(at, activity)]
      const lowering = new Promise((resolve) => setTimeout(resolve, moment)).then(() =>
        at.navigator.patch(`/v1/activities/${activity.id}`, { capacity: 1 }, { ifMatch: 1 }),
      )
      const requests = proposals.map(({ id, version }) =>
        at.navigator.post(`/v1/prescriptions/${id}/request`, {}, { ifMatch: version }),
      )
      const [lowered] = await Promise.all([lowering, ...requests])
      expect([200, 409]).toContain(lowered.status)
      const { body } = await at.navigator.get<ActivityView>(`/v1/activities/${activity.id}`)
      const roster = await at.context().store.queryAll({ partition: `ROSTER#${activity.id}` })
      expect(roster.length).toBeLessThanOrEqual(body.capacity ?? 0)
    }
  })

  test('a closed listing is closed for good', async () => {
    const at = await centre()
    const { id } = await list(at)
    const path = `/v1/activities/${id}`
    const closed = await at.navigator.post<ActivityView>(`${path}/close`, undefined, { ifMatch: 1 })
    expect(closed).toMatchObject({ status: 200, body: { status: 'closed', version: 2 } })
    expect(await at.navigator.post(`${path}/close`, undefined, { ifMatch: 2 })).toMatchObject({
      status: 409,
      body: { ...problem('invalid-transition'), allowed: [] },
    })
    for (const refused of [
      await at.navigator.patch(path, { capacity: 5 }, { ifMatch: 2 }),
      await at.navigator.post(`${path}/verify`, undefined, { ifMatch: 2 }),
    ]) {
      expect(refused).toMatchObject({ status: 409, body: problem('activity-closed') })
    }
  })

  test('after ninety days a listing is stale, until somebody verifies it', async () => {
    const at = await centre()
    const { id } = await list(at)
    const path = `/v1/activities/${id}`
    at.api.pass({ days: 90 })
    expect((await at.navigator.get(path)).body).toMatchObject({ stale: false })
    at.api.pass({ days: 1 })
    expect((await at.navigator.get(path)).body).toMatchObject({ stale: true })
    const verified = await at.navigator.post(`${path}/verify`, undefined, { ifMatch: 1 })
    expect(verified).toMatchObject({ status: 200, body: { stale: false, verifiedOn: '2027-02-20', version: 2 } })
  })

  test('who may not change a listing is told the permission', async () => {
    const at = await centre()
    const { id } = await list(at)
    for (const refused of [
      await at.champion.patch(`/v1/activities/${id}`, { capacity: 5 }, { ifMatch: 1 }),
      await at.prescriber.post(`/v1/activities/${id}/close`, undefined, { ifMatch: 1 }),
      await at.evaluator.post(`/v1/activities/${id}/verify`, undefined, { ifMatch: 1 }),
    ]) {
      expect(refused).toMatchObject({ status: 403, body: { permission: 'activities:write' } })
    }
  })
})

describe('when it happens', () => {
  interface Occurrences {
    readonly items: { start: string; date: string }[]
    readonly more: boolean
  }

  test('the times between two dates, across the change of the clocks', async () => {
    const at = await centre()
    const { id } = await list(at)
    const range = 'from=2026-10-21&to=2026-11-11'
    const { items, more } = await at.champion.must<Occurrences>('GET', `/v1/activities/${id}/occurrences?${range}`)
    expect(items.map(({ start }) => start)).toEqual([
      '2026-10-21T17:30:00.000Z',
      '2026-10-28T17:30:00.000Z',
      '2026-11-04T18:30:00.000Z',
      '2026-11-11T18:30:00.000Z',
    ])
    expect(more).toBe(false)
  })

  test('at most two hundred at a time, and it is said that there are more', async () => {
    const at = await centre()
    const { id } = await list(at, { schedule: { ...weekly, start: '2026-09-01T09:00', rrule: 'FREQ=DAILY;COUNT=300' } })
    const path = `/v1/activities/${id}/occurrences`
    const first = await at.navigator.must<Occurrences>('GET', `${path}?from=2026-09-01&to=2027-09-01`)
    expect([first.items.length, first.more]).toEqual([200, true])
    expect(first.items.at(-1)?.date).toBe('2027-03-19')
    const rest = await at.navigator.must<Occurrences>('GET', `${path}?from=2027-03-20&to=2027-09-01`)
    expect([rest.items.length, rest.more]).toEqual([100, false])
  })

  test('one without a schedule happens at no time that we know', async () => {
    const at = await centre()
    const { id } = await withActivity(at)
    await at.navigator.must('PATCH', `/v1/activities/${id}`, { body: { schedule: null }, ifMatch: 1 })
    const range = 'from=2026-10-21&to=2026-11-11'
    expect((await at.navigator.get(`/v1/activities/${id}/occurrences?${range}`)).body).toEqual({
      items: [],
      more: false,
    })
  })

  test('a range that is backward, too long, unreal or missing is refused; another centre’s activity is not found', async () => {
    const at = await centre()
    const { id } = await list(at)
    const get = (query: string) => at.navigator.get(`/v1/activities/${id}/occurrences?${query}`)
    refusedAt(await get('from=2026-11-02&to=2026-11-01'), '/query/to', 'date-order')
    refusedAt(await get('from=2026-01-01&to=2027-01-03'), '/query/to', 'date-span')
    expect(await get('from=2026-01-01&to=2027-01-02')).toMatchObject({ status: 200 })
    refusedAt(await get('from=2026-02-30&to=2026-03-01'), '/query/from', 'date')
    refusedAt(await get('from=2026-02-20'), '/query/to', 'type')
    const elsewhere = await centre()
    expect(
      await elsewhere.navigator.get(`/v1/activities/${id}/occurrences?from=2026-11-01&to=2026-11-02`),
    ).toMatchObject({ status: 404 })
  })
})

describe('searching', () => {
  test('every word, in either language, without accents or case, in names, texts, tags and places', async () => {
    const at = await centre()
    const garden = await list(at, {
      name: { en: 'Community garden', fr: 'Jardin de l’Érable' },
      tags: ['gardening'],
      location: { kind: 'place', name: { en: 'Hall', fr: 'Salle' }, address: '12 rue Sœur-Œuvre', town: 'Arthur' },
    })
    await list(at)
    for (const words of ['erable', 'JARDIN+garden', 'gardening+arthur', 'oeuvre', 'l’érable', 'faciles+community']) {
      expect(await found(at, `text=${words}`)).toContain(garden.id)
    }
    expect(await found(at, 'text=erable')).toHaveLength(1)
    expect(await found(at, 'text=garden+ukulele')).toEqual([])
  })

  test('by category, language, interest, accessibility, volunteer role, cost, day and status', async () => {
    const at = await centre()
    const tag = word()
    const walk = await list(at, {
      category: 'physical-activity',
      tags: [tag, 'walking'],
      languages: ['fr'],
      accessibility: ['step-free'],
      cost: { kind: 'by-donation' },
      schedule: { ...weekly, start: '2026-09-12T09:00', rrule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=20' },
    })
    const dance = await list(at, {
      tags: [tag],
      languages: ['en'],
      cost: { kind: 'fee', cents: 500, waivable: true },
      volunteerRoles: [{ en: 'Host', fr: 'Accueil' }],
    })
    const closed = await list(at, { tags: [tag] })
    await at.navigator.must('POST', `/v1/activities/${closed.id}/close`, { ifMatch: 1 })
    const among = (query: string) => found(at, `interest=${tag}&${query}`)
    expect(await among('category=physical-activity')).toEqual([walk.id])
    expect(await among('language=fr')).toEqual([walk.id])
    expect(await among('accessibility=step-free')).toEqual([walk.id])
    expect(await among('volunteer=true')).toEqual([dance.id])
    expect(await among('free=true')).toEqual([])
    expect(await among('maxCost=0')).toEqual([walk.id])
    expect((await among('maxCost=500&free=false')).sort()).toEqual([walk.id, dance.id])
    expect(await among('maxCost=499')).toEqual([walk.id])
    expect(await among('day=sa')).toEqual([walk.id])
    expect(await among('day=we')).toEqual([dance.id])
    expect(await among('status=closed')).toEqual([closed.id])
  })

  test('by who leads it: a champion finds their own groups, each with its next date', async () => {
    const at = await centre()
    const other = await at.person(['champion'])
    const mine = [
      await list(at, { leaders: [at.champion.id] }),
      await list(at, { leaders: [other.id, at.champion.id] }),
    ]
    await list(at, { leaders: [other.id] })
    const led = async (by: Caller, query: string) =>
      (await by.must<{ items: ActivityView[] }>('GET', `/v1/activities?${query}`)).items
    const own = await led(at.champion, 'leader=me')
    expect(own.map(({ id }) => id).sort()).toEqual(mine.map(({ id }) => id).sort())
    for (const { next } of own) expect(next?.date).toMatch(/^2026-11-/)
    expect(await led(at.navigator, 'leader=me')).toEqual([])
    expect(await led(at.navigator, `leader=${at.champion.id}`)).toHaveLength(2)
    refusedAt(await at.champion.get('/v1/activities?leader=everybody'), '/query/leader', 'form')
    const { nextCursor } = await at.champion.must<{ nextCursor: string }>('GET', '/v1/activities?leader=me&limit=1')
    const turned = await other.get(`/v1/activities?leader=me&limit=1&cursor=${nextCursor}`)
    refusedAt(turned, '/query/cursor', 'foreign-cursor')
  })

  test('by distance from a place, or from the centre; what happens at home or online is near everybody', async () => {
    const at = await centre() // 43.54, -80.25
    const tag = word()
    const place = (latitude: number) => ({
      kind: 'place',
      name: { en: 'Hall', fr: 'Salle' },
      town: 'Guelph',
      position: { latitude, longitude: -80.25 },
    })
    const near = await list(at, { tags: [tag], location: place(43.57) }) // 3.3 km
    const far = await list(at, { tags: [tag], location: place(43.99) }) // 50 km
    const home = await list(at, { tags: [tag], location: { kind: 'home' } })
    await list(at, { tags: [tag] }) // nobody noted where
    const among = async (query: string) => (await found(at, `interest=${tag}&${query}`)).sort()
    expect(await among('within=5')).toEqual([near.id, home.id])
    expect(await among('within=60')).toEqual([near.id, far.id, home.id])
    expect(await among('near=43.99,-80.25&within=5')).toEqual([far.id, home.id])
    for (const [query, pointer, code] of [
      ['near=43.99,-80.25', '/query/within', 'needs-within'],
      ['near=91,0&within=5', '/query/near', 'position'],
      ['near=here&within=5', '/query/near', 'position'],
    ] as const) {
      refusedAt(await at.navigator.get(`/v1/activities?${query}`), pointer, code)
    }
  })

  test('by free places: a full one, one with a line, and one that takes nobody in have none', async () => {
    const at = await centre()
    const tag = word()
    const [full, open] = [
      await withActivity(at, { tags: [tag], capacity: 1 }),
      await withActivity(at, { tags: [tag], capacity: 2 }),
    ]
    const unlimited = await withActivity(at, { tags: [tag] })
    await withActivity(at, { tags: [tag], admission: 'waitlist' })
    await withActivity(at, { tags: [tag], admission: 'no-capacity', capacity: 9 })
    await withRequest(at, full)
    await withRequest(at, open)
    expect((await found(at, `interest=${tag}&freePlaces=true`)).sort()).toEqual([open.id, unlimited.id])
    expect(await found(at, `interest=${tag}`)).toHaveLength(5)
  })

  test('in the order of the alphabet of the caller’s language, page by page', async () => {
    const at = await centre()
    const tags = [word()]
    const names = [
      { en: 'Zither', fr: 'Cithare' },
      { en: 'Éclair baking', fr: 'Pâtisserie' },
      { en: 'Eagle watching', fr: 'Oiseaux de proie' },
      { en: 'apple picking', fr: 'Verger' },
      { en: 'Ferns', fr: 'Éventails' },
    ]
    for (const name of names) await list(at, { tags, name })
    const page = async (query: string, headers = {}) =>
      at.navigator.must<{ items: Activity[]; nextCursor?: string }>(
        'GET',
        `/v1/activities?interest=${tags[0]}&limit=2${query}`,
        { headers },
      )
    const all: string[] = []
    let cursor = ''
    do {
      const { items, nextCursor } = await page(cursor)
      all.push(...items.map(({ name }) => name.en))
      cursor = nextCursor ? `&cursor=${nextCursor}` : ''
    } while (cursor !== '')
    expect(all).toEqual(['apple picking', 'Eagle watching', 'Éclair baking', 'Ferns', 'Zither'])
    const french = await page('', { 'Accept-Language': 'fr' })
    expect(french.items.map(({ name }) => name.fr)).toEqual(['Cithare', 'Éventails'])
  })

  test('a cursor of another filter, language, centre or hand is refused', async () => {
    const [at, elsewhere] = [await centre(), await centre()]
    const tags = [word()]
    for (let more = 0; more < 3; more += 1) await list(at, { tags })
    const query = `/v1/activities?limit=1&interest=${tags[0]}`
    const { nextCursor } = await at.navigator.must<{ nextCursor: string }>('GET', query)
    expect(await at.navigator.get(`${query}&cursor=${nextCursor}`)).toMatchObject({ status: 200 })
    for (const refused of [
      await at.navigator.get(`${query}&free=true&cursor=${nextCursor}`),
      await at.navigator.get(`${query}&cursor=${nextCursor}`, { headers: { 'Accept-Language': 'fr' } }),
      await at.navigator.get(`${query}&cursor=A${nextCursor}`),
      await elsewhere.navigator.get(`${query}&cursor=${nextCursor}`),
    ]) {
      refusedAt(refused, '/query/cursor', 'foreign-cursor')
    }
  })

  test('what cannot be asked is refused by name', async () => {
    const at = await centre()
    for (const [query, pointer, code] of [
      ['category=fun', '/query/category', 'not-a-choice'],
      ['day=monday', '/query/day', 'not-a-choice'],
      ['free=yes', '/query/free', 'not-a-choice'],
      ['maxCost=-1', '/query/maxCost', 'too-small'],
      ['limit=101', '/query/limit', 'too-big'],
      ['colour=blue', '/query/colour', 'unknown-field'],
    ] as const) {
      refusedAt(await at.navigator.get(`/v1/activities?${query}`), pointer, code)
    }
  })
})

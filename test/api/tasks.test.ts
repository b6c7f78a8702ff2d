import { expect, test } from 'vitest'
import { change, create, type Event } from '../../shared/db/event.ts'
import { FollowUp } from '../../shared/outcomes/schema.ts'
import { Prescription } from '../../shared/prescriptions/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { Staff } from '../../shared/staff/schema.ts'
import { handOff } from '../../shared/tasks/hand-off.ts'
import type { Navigator } from '../../shared/tasks/navigators.ts'
import type { HandOff, Summary, Task } from '../../shared/tasks/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'

type Tasks = { items: Task[]; nextCursor?: string }
type Problem = Answer<{ type: string; permission?: string; errors?: { pointer: string; code: string }[] }>

const tasks = (person: Caller, query = '') => person.must<Tasks>('GET', `/v1/tasks${query}`)
const kinds = ({ items }: Tasks) => items.map(({ kind }) => kind)

/** A hand-off as a positive screen makes it. */
async function withHandOff(at: TestCentre, { client, id }: Referral, assignee?: Caller): Promise<HandOff> {
  const ctx = at.context()
  return ctx.store.commit([await handOff(ctx, { client, referral: id, assignee: assignee?.id, cause: 'phq-2' })])
}

async function withPrescription(at: TestCentre, referral: Referral, given: Partial<Prescription>): Promise<void> {
  const ctx = at.context()
  const prescription: Prescription = {
    id: ctx.id('prescription'),
    version: 1,
    client: referral.client,
    referral: referral.id,
    navigator: at.navigator.id,
    activity: ctx.id('activity'),
    activityName: { en: 'Coffee circle', fr: 'Cercle café' },
    supports: [],
    status: 'proposed',
    proposedAt: ctx.now,
    nextActionOn: ctx.today,
    timesAttended: 0,
    ...given,
  }
  await ctx.store.commit([create(Prescription, prescription, 'proposed')])
}

async function withFollowUp(at: TestCentre, { client, id: referral }: Referral, dueOn: string): Promise<void> {
  const ctx = at.context()
  const id = ctx.id('follow-up')
  const days = { opensOn: '2026-11-01', dueOn, closesOn: '2027-12-31' }
  const due: FollowUp = { id, version: 1, client, referral, phase: '3-months', ...days, status: 'due' }
  await ctx.store.commit([create(FollowUp, { ...due, navigator: at.navigator.id }, 'scheduled')])
}

test('a new referral waits on the unassigned list with all that its row shows, until somebody takes it', async () => {
  const at = await centre()
  const client = await withClient(at, {
    birthDate: '1951-12-08',
    locale: 'fr',
    needsInterpreter: true,
    doNotContact: true,
  })
  const referral = await at.prescriber.must<Referral>('POST', '/v1/referrals', {
    body: { client: client.id, source: 'nurse', reasons: ['elder-abuse'], urgency: 'urgent' },
  })
  at.api.pass({ days: 16 })
  const { items } = await tasks(at.navigator, '?assignee=unassigned')
  const row: Task = {
    kind: 'new-referral',
    subject: referral.id,
    subjectVersion: 1,
    referral: referral.id,
    status: 'requested',
    reasons: ['elder-abuse'],
    receivedOn: '2026-11-21',
    dueOn: '2026-12-05',
    daysOverdue: 2,
    urgency: 'urgent',
    client: client.id,
    clientName: 'Fern Fiction',
    age: 74,
    locale: 'fr',
    needsInterpreter: true,
    // Set by the reason, when the referral was requested.
    safeContact: true,
    doNotContact: true,
  }
  expect(items).toEqual([row])

  const seen = { ifMatch: items[0]?.subjectVersion ?? 0 }
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, seen)
  expect((await tasks(at.colleague, '?assignee=unassigned')).items).toEqual([])
  expect(kinds(await tasks(at.navigator))).toEqual(['first-contact'])
  expect(kinds(await tasks(at.colleague, `?assignee=${at.navigator.id}`))).toEqual(['first-contact'])
  expect((await tasks(at.colleague)).items).toEqual([])
})

test('an age turns on the birthday, and is left out where nobody knows it', async () => {
  const at = await centre()
  const body = { source: 'self', reasons: ['social-connection'] }
  const names = { given: 'Fable', family: 'Nodate' }
  const unknown = await at.navigator.must<{ id: string }>('POST', '/v1/clients', { body: { names, locale: 'en' } })
  const known = await withClient(at, { birthDate: '1951-11-23' })
  for (const client of [unknown, known]) {
    await at.prescriber.must('POST', '/v1/referrals', { body: { ...body, client: client.id } })
  }
  const ages = async () => (await tasks(at.navigator, '?assignee=unassigned')).items.map(({ age }) => age)
  at.api.pass({ days: 1 })
  expect(await ages()).toEqual([undefined, 74])
  at.api.pass({ days: 1 })
  expect(await ages()).toEqual([undefined, 75])
})

test('a referral is received on the centre’s day: one of a late evening is not tomorrow’s', async () => {
  const at = await centre()
  at.api.pass({ hours: 12 })
  const { referral } = await withReferral(at)
  expect(referral.requestedAt.slice(0, 10)).toBe('2026-11-22')
  await withHandOff(at, referral)
  const { items } = await tasks(at.navigator, '?assignee=unassigned')
  expect(items.map(({ kind, receivedOn }) => [kind, receivedOn])).toEqual([
    ['hand-off', undefined],
    ['new-referral', '2026-11-21'],
  ])
})

test('a logged contact turns the first contact into the next action, and moves it down the list', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const other = await withCaseload(at)
  const path = `/v1/referrals/${referral.id}/contacts`
  const body = { channel: 'phone', result: 'reached', nextActionOn: '2027-01-11' }
  await at.navigator.must('POST', path, { body })
  const { items } = await tasks(at.navigator)
  expect(items.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['first-contact', other.referral.id],
    ['next-action', referral.id],
  ])
})

test('everything due is on one list in the order of its days, page by page', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await withPrescription(at, referral, { nextActionOn: '2026-11-25' })
  await withPrescription(at, referral, { status: 'requested', nextActionOn: '2026-11-19' })
  await withFollowUp(at, referral, '2027-02-21')
  await withHandOff(at, referral, at.navigator)
  const first = await tasks(at.navigator, '?limit=3')
  const rest = await tasks(at.navigator, `?limit=3&cursor=${first.nextCursor}`)
  const all = [...first.items, ...rest.items].map(({ kind, daysOverdue, urgency }) => [kind, daysOverdue, urgency])
  expect(all).toEqual([
    ['partner-answer', 2, 'routine'],
    ['hand-off', 0, 'urgent'],
    ['prescription-to-send', 0, 'routine'],
    ['first-contact', 0, 'routine'],
    ['follow-up', 0, 'routine'],
  ])
})

test('today is the centre’s day: an evening in Thunder Bay is not yet overdue', async () => {
  const at = await centre({ zone: 'America/Thunder_Bay', settings: { firstContactDays: 1 } })
  await withReferral(at)
  at.api.pass({ days: 1, hours: 13 })
  expect((await tasks(at.navigator, '?assignee=unassigned')).items[0]).toMatchObject({ daysOverdue: 0 })
  at.api.pass({ hours: 2 })
  expect((await tasks(at.navigator, '?assignee=unassigned')).items[0]).toMatchObject({ daysOverdue: 1 })
})

test('the summary counts mine and nobody’s, and says when there is more than it counts', async () => {
  const at = await centre({ settings: { firstContactDays: 5 } })
  const { referral } = await withCaseload(at)
  await withReferral(at)
  await withReferral(at)
  await withHandOff(at, referral)
  at.api.pass({ days: 3 })
  const summary = () => at.navigator.must<Summary>('GET', '/v1/tasks/summary')
  expect(await summary()).toEqual({
    me: { total: 1, overdue: 0, more: false },
    unassigned: { total: 3, overdue: 1, more: false },
  })
  for (let month = 0; month < 6; month += 1) {
    await Promise.all(Array.from({ length: 50 }, () => withFollowUp(at, referral, '2027-11-21')))
  }
  at.api.pass({ days: 3 })
  expect(await summary()).toEqual({
    me: { total: 300, overdue: 1, more: true },
    unassigned: { total: 3, overdue: 3, more: false },
  })
})

test('whom to give a referral to: active navigators by name, with their language and load', async () => {
  const at = await centre({ settings: { firstContactDays: 5 } })
  const [busy, gone] = [await at.person(['navigator', 'evaluator']), await at.person(['navigator'])]
  const { store } = at.context()
  const named = async ({ id }: Caller, changes: Partial<Staff>) => {
    const staff = await store.get(Staff, id)
    await store.commit([change(Staff, staff, { ...staff, ...changes, version: 2 }, 'updated')])
  }
  await named(busy, { name: 'Élise Exemple', locale: 'fr' })
  await named(at.navigator, { name: 'Eve Sample' })
  await named(at.colleague, { name: 'Zed Sample' })
  await named(gone, { status: 'deactivated' })
  const { referral } = await withReferral(at)
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/assign`, { body: { navigator: busy.id }, ifMatch: 1 })
  await withCaseload(at)
  at.api.pass({ days: 3 })
  await withHandOff(at, referral, busy)
  const load = () => at.navigator.must<{ items: Navigator[] }>('GET', '/v1/navigators')
  const rows = [
    { id: busy.id, name: 'Élise Exemple', locale: 'fr', due: 2, overdue: 0, more: false },
    { id: at.navigator.id, name: 'Eve Sample', locale: 'en', due: 1, overdue: 0, more: false },
    { id: at.colleague.id, name: 'Zed Sample', locale: 'en', due: 0, overdue: 0, more: false },
  ]
  expect(await load()).toEqual({ items: rows })
  at.api.pass({ days: 3 })
  expect((await load()).items.map(({ overdue }) => overdue)).toEqual([2, 1, 0])
  const refused: Problem = await at.prescriber.get('/v1/navigators')
  expect([refused.status, refused.body.permission]).toEqual([403, 'referrals:assign'])
})

test('a clinician finds a hand-off due today, and ticks it off once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const { id } = await withHandOff(at, referral, at.prescriber)
  expect(kinds(await tasks(at.prescriber))).toEqual(['hand-off'])
  const path = `/v1/hand-offs/${id}`
  const seen = await at.prescriber.get<HandOff>(path)
  expect(seen.body).toMatchObject({ status: 'requested', dueOn: '2026-11-21', cause: 'phq-2', version: 1 })
  const complete = (ifMatch: number, note?: string) =>
    at.prescriber.post<HandOff & { type: string }>(`${path}/complete`, { note }, { ifMatch })
  expect((await complete(2)).status).toBe(412)
  const done = await complete(1, 'Visit booked.')
  expect(done.body).toMatchObject({ status: 'completed', note: 'Visit booked.', completedBy: at.prescriber.id })
  const again = await complete(2)
  expect([again.status, again.body.type]).toEqual([409, 'urn:rx-community:problem:task-done'])
  expect((await tasks(at.prescriber)).items).toEqual([])
  const timeline = await at.prescriber.must<{ items: Event[] }>('GET', `${path}/timeline`)
  expect(timeline.items.map(({ type }) => type)).toEqual(['hand-off.requested', 'hand-off.completed'])
  expect(JSON.stringify(timeline)).not.toContain('Visit booked')
})

test('a list that is nobody’s, and a cursor of another list, are refused', async () => {
  const at = await centre()
  await withReferral(at)
  await withReferral(at)
  const { nextCursor } = await tasks(at.navigator, '?assignee=unassigned&limit=1')
  const answers: Problem[] = [
    await at.navigator.get('/v1/tasks?assignee=everybody'),
    await at.navigator.get('/v1/tasks?limit=101'),
    await at.navigator.get('/v1/tasks?due=today'),
    await at.navigator.get(`/v1/tasks?assignee=me&cursor=${nextCursor}`),
    await at.colleague.get(`/v1/tasks?assignee=unassigned&cursor=${nextCursor}x`),
  ]
  expect(answers.map(({ status, body }) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code])).toEqual([
    [422, '/query/assignee', 'form'],
    [422, '/query/limit', 'too-big'],
    [422, '/query/due', 'unknown-field'],
    [422, '/query/cursor', 'foreign-cursor'],
    [422, '/query/cursor', 'foreign-cursor'],
  ])
})

test('who has no tasks is told which permission it takes; another centre’s are not there', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const { id } = await withHandOff(at, referral)
  const answers: Problem[] = [
    await at.evaluator.get('/v1/tasks'),
    await at.champion.get('/v1/tasks/summary'),
    await at.champion.get(`/v1/hand-offs/${id}`),
    await at.champion.post(`/v1/hand-offs/${id}/complete`, {}, { ifMatch: 1 }),
  ]
  expect(answers.map(({ status, body }) => `${status} ${body.permission}`)).toEqual([
    '403 tasks:read',
    '403 tasks:read',
    '403 tasks:read',
    '403 tasks:complete',
  ])
  const other = await centre({ api: at.api })
  const found = [
    await other.navigator.get(`/v1/hand-offs/${id}`),
    await other.navigator.post(`/v1/hand-offs/${id}/complete`, {}, { ifMatch: 1 }),
  ]
  expect(found.map(({ status }) => status)).toEqual([404, 404])
  expect((await tasks(other.navigator, `?assignee=${at.navigator.id}`)).items).toEqual([])
})

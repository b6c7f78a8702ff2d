import { expect, test } from 'vitest'
import type { Activity } from '../../shared/activities/schema.ts'
import type { Attendance } from '../../shared/attendances/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import type { Caller } from '../support/caller.ts'
import { centre, type TestCentre } from '../support/centre.ts'
import { withActivity, withRequest } from '../support/loop.ts'

/** Somebody who was taken in. */
async function withParticipant(at: TestCentre, activity: Activity): Promise<Prescription> {
  const asked = await withRequest(at, activity)
  return at.navigator.must('POST', `/v1/prescriptions/${asked.id}/answer`, {
    body: { answer: 'accept' },
    ifMatch: asked.version,
  })
}

const tuesday = '2026-11-17'

function tick(by: Caller, activity: Activity, results: [Prescription, string][], date = tuesday) {
  return by.send<{ items: Attendance[] }>('PUT', `/v1/activities/${activity.id}/sessions/${date}/attendances`, {
    body: { attendances: results.map(([{ id }, result]) => ({ prescription: id, result })) },
  })
}

test('a tick list starts who came, and is the referral’s milestone', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const [came, missed] = [await withParticipant(at, activity), await withParticipant(at, activity)]
  const { status, body } = await tick(at.navigator, activity, [
    [came, 'attended'],
    [missed, 'missed'],
  ])
  expect({ status, results: body.items.map(({ result }) => result) }).toEqual({
    status: 200,
    results: ['attended', 'missed'],
  })
  expect(await at.navigator.must('GET', `/v1/prescriptions/${came.id}`)).toMatchObject({
    status: 'in-progress',
    timesAttended: 1,
  })
  expect(await at.navigator.must('GET', `/v1/prescriptions/${missed.id}`)).toMatchObject({ status: 'accepted' })
  expect(await at.navigator.must('GET', `/v1/referrals/${came.referral}`)).toHaveProperty('attendedAt')
})

test('the same list sent again changes nothing; a corrected line replaces the one before', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const participant = await withParticipant(at, activity)
  const first = await tick(at.navigator, activity, [[participant, 'attended']])
  const again = await tick(at.navigator, activity, [[participant, 'attended']])
  expect(again.body).toEqual(first.body)
  const corrected = await tick(at.navigator, activity, [[participant, 'missed']])
  expect(corrected.body.items).toMatchObject([{ result: 'missed', version: 2 }])
  expect(await at.navigator.must('GET', `/v1/prescriptions/${participant.id}`)).toMatchObject({ timesAttended: 0 })
})

test('two people tick the same list at once: everybody is counted once', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const participant = await withParticipant(at, activity)
  const answers = await Promise.all(
    [at.navigator, at.colleague].map((person) => tick(person, activity, [[participant, 'attended']])),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await at.navigator.must('GET', `/v1/prescriptions/${participant.id}`)).toMatchObject({ timesAttended: 1 })
})

test('a class of twenty-five goes in at one go', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const everybody: Prescription[] = []
  while (everybody.length < 25) everybody.push(await withParticipant(at, activity))
  const { status, body } = await tick(
    at.navigator,
    activity,
    everybody.map((participant) => [participant, 'attended']),
  )
  expect({ status, n: body.items.length }).toEqual({ status: 200, n: 25 })
  const { body: kept } = await at.navigator.get<{ items: Attendance[] }>(
    `/v1/activities/${activity.id}/attendances?limit=100`,
  )
  expect(kept.items).toHaveLength(25)
})

test('a date that the schedule does not have, a future one and one that does not exist are refused', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const participant = await withParticipant(at, activity)
  const on = (date: string) => tick(at.navigator, activity, [[participant, 'attended']], date)
  expect(await on('2026-11-18')).toMatchObject({ status: 409, body: { type: 'urn:rx-community:problem:no-session' } })
  expect(await on('2026-11-24')).toMatchObject({ status: 422, body: { errors: [{ code: 'future-date' }] } })
  expect((await on('2026-02-30')).status).toBe(404)
  expect(await at.navigator.must('GET', `/v1/prescriptions/${participant.id}`)).toMatchObject({ timesAttended: 0 })
})

test('somebody who does not take part, or is named twice, stops the whole list', async () => {
  const at = await centre()
  const activity = await withActivity(at)
  const [participant, waiting] = [await withParticipant(at, activity), await withRequest(at, activity)]
  const mixed = await tick(at.navigator, activity, [
    [participant, 'attended'],
    [waiting, 'attended'],
  ])
  expect(mixed).toMatchObject({ status: 409, body: { prescriptions: [waiting.id] } })
  const twice = await tick(at.navigator, activity, [
    [participant, 'attended'],
    [participant, 'missed'],
  ])
  expect(twice).toMatchObject({ status: 422, body: { errors: [{ pointer: '#/attendances/1/prescription' }] } })
  expect(await at.navigator.must('GET', `/v1/prescriptions/${participant.id}`)).toMatchObject({ timesAttended: 0 })
})

test('a champion keeps the list of the groups they lead, by first name, and no other', async () => {
  const at = await centre()
  const led = await withActivity(at, { leaders: [at.champion.id] })
  const other = await withActivity(at)
  const participant = await withParticipant(at, led)
  const roster = await at.champion.get<{ items: object[] }>(`/v1/activities/${led.id}/roster`)
  expect(roster.body.items).toEqual([
    { prescription: participant.id, name: 'Fern', status: 'accepted', timesAttended: 0, safeContact: false },
  ])
  expect((await tick(at.champion, led, [[participant, 'attended']])).status).toBe(200)
  expect((await at.champion.get(`/v1/activities/${other.id}/roster`)).status).toBe(404)
  expect((await at.champion.get(`/v1/prescriptions/${participant.id}`)).status).toBe(403)
})

test('the roster of a session says who was ticked for it, and who would like company', async () => {
  const at = await centre()
  const led = await withActivity(at, { leaders: [at.champion.id] })
  const participant = await withParticipant(at, led)
  const { version } = await at.navigator.must<{ version: number }>('GET', `/v1/prescriptions/${participant.id}`)
  await at.navigator.must('PATCH', `/v1/prescriptions/${participant.id}`, {
    body: { supports: [{ code: 'companion', arranged: false, words: 'Shy at first' }] },
    ifMatch: version,
  })
  const ticked = await tick(at.champion, led, [[participant, 'attended']])
  const [{ date } = { date: '' }] = (ticked.body as unknown as { items: { date: string }[] }).items
  const roster = await at.champion.get<{ items: object[] }>(`/v1/activities/${led.id}/roster?date=${date}`)
  expect(roster.body.items).toMatchObject([{ companion: 'asked', result: 'attended' }])
  expect(JSON.stringify(roster.body)).not.toContain('Shy')
  const another = await at.champion.get<{ items: object[] }>(`/v1/activities/${led.id}/roster?date=2020-01-01`)
  expect(another.body.items[0]).not.toHaveProperty('result')
  expect((await at.champion.get(`/v1/activities/${led.id}/roster?date=soon`)).status).toBe(422)
})

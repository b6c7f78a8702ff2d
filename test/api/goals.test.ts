import { expect, test } from 'vitest'
import type { Event } from '../../shared/db/event.ts'
import { Goal } from '../../shared/goals/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import type { Answer } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withReferral } from '../support/centre.ts'

type Problem = Answer<{ type: string; permission?: string; errors?: { pointer: string; code: string }[] }>
type Goals = { items: Goal[]; tScore: number | null }

const told = ({ status, body }: Problem) => [status, body.type.replace('urn:rx-community:problem:', '')]

const set = (at: TestCentre, { id }: Referral, words = 'Sing with others.', weight = 1) =>
  at.navigator.must<Goal>('POST', `/v1/referrals/${id}/goals`, { body: { words, weight } })

const review = (at: TestCentre, { id, version }: Goal, level: number, note?: string) =>
  at.navigator.must<Goal>('POST', `/v1/goals/${id}/review`, { body: { level, note }, ifMatch: version })

const goalsOf = (at: TestCentre, { id }: Referral) => at.navigator.must<Goals>('GET', `/v1/referrals/${id}/goals`)

test('a goal is set in the client’s words, reviewed, and scored with the others by its weight', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const sing = await set(at, referral, ' Sing with others. ')
  expect(sing).toMatchObject({ words: 'Sing with others.', weight: 1, status: 'active', reviews: [] })
  const walk = await set(at, referral, 'Walk to the lake.', 3)
  await set(at, referral, 'Cook for a friend.')
  expect((await goalsOf(at, referral)).tScore).toBeNull()

  await review(at, sing, -1)
  const better = await review(at, await review(at, walk, 0), 2, 'Twice a week.')
  expect(better.level).toBe(2)
  expect(better.reviews).toMatchObject([{ level: 0 }, { level: 2, note: 'Twice a week.', by: at.navigator.id }])

  const { items, tScore } = await goalsOf(at, referral)
  expect(items.map(({ words }) => words)).toEqual(['Sing with others.', 'Walk to the lake.', 'Cook for a friend.'])
  expect(tScore).toBeCloseTo(50 + (10 * (1 * -1 + 3 * 2)) / Math.sqrt(0.7 * (1 + 9) + 0.3 * 16))
})

test('a goal’s words and weight change until its first review, whose level is about these very words', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const goal = await set(at, referral)
  const path = `/v1/goals/${goal.id}`
  const changed = await at.navigator.patch<Goal>(path, { words: 'Sing in a choir.' }, { ifMatch: 1 })
  expect(changed.body).toEqual({ ...goal, version: 2, words: 'Sing in a choir.' })
  expect((await at.navigator.patch(path, { weight: 2 }, { ifMatch: 1 })).status).toBe(412)
  const reviewed = await review(at, changed.body, 1)
  const late: Problem = await at.navigator.patch(path, { weight: 2 }, { ifMatch: reviewed.version })
  expect(told(late)).toEqual([409, 'goal-reviewed'])
  expect((await at.prescriber.get(path)).body).toEqual(reviewed)
})

test('a retracted goal stays on record, leaves the score, and takes no more changes', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const right = await review(at, await set(at, referral), 0)
  const wrong = await review(at, await set(at, referral, 'Meant for another person.'), 2)
  const path = `/v1/goals/${wrong.id}`
  const retracted = await at.navigator.must<Goal>('POST', `${path}/retract`, { ifMatch: wrong.version })
  expect(retracted.status).toBe('entered-in-error')
  expect(await goalsOf(at, referral)).toEqual({ items: [right, retracted], tScore: 50 })
  const seen = { ifMatch: retracted.version }
  const answers: Problem[] = [
    await at.navigator.post(`${path}/retract`, undefined, seen),
    await at.navigator.post(`${path}/review`, { level: 0 }, seen),
    await at.navigator.patch(path, { weight: 2 }, seen),
  ]
  expect(answers.map(told)).toEqual(Array(3).fill([409, 'entered-in-error']))
  const timeline = await at.navigator.must<{ items: Event[] }>('GET', `${path}/timeline`)
  expect(timeline.items.map(({ type }) => type)).toEqual(['goal.set', 'goal.reviewed', 'goal.retracted'])
  expect(JSON.stringify(timeline)).not.toContain('Meant for')
})

test('a goal needs a referral that a navigator has; a review does not, for follow-ups come after it has closed', async () => {
  const at = await centre()
  const { referral: waiting } = await withReferral(at)
  const body = { words: 'Sing with others.' }
  expect(told(await at.navigator.post(`/v1/referrals/${waiting.id}/goals`, body))).toEqual([409, 'referral-not-open'])

  const { referral } = await withCaseload(at)
  const goal = await set(at, referral)
  const end = { body: { reason: { code: 'goals-met' } }, ifMatch: referral.version }
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/complete`, end)
  expect(told(await at.navigator.post(`/v1/referrals/${referral.id}/goals`, body))).toEqual([409, 'referral-not-open'])
  expect((await review(at, goal, 1)).level).toBe(1)
})

test('what is not a goal or a level is refused by name', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const goal = await set(at, referral)
  const goals = `/v1/referrals/${referral.id}/goals`
  const wrong: Problem[] = [
    await at.navigator.post(goals, { words: ' ' }),
    await at.navigator.post(goals, { words: 'x'.repeat(501) }),
    await at.navigator.post(goals, { words: 'Sing.', weight: 4 }),
    await at.navigator.post(goals, { words: 'Sing.', level: 2 }),
    await at.navigator.post(`/v1/goals/${goal.id}/review`, { level: 3 }, { ifMatch: 1 }),
    await at.navigator.post(`/v1/goals/${goal.id}/review`, { level: 0.5 }, { ifMatch: 1 }),
  ]
  expect(wrong.map(({ status, body }) => [status, body.errors?.[0]?.pointer, body.errors?.[0]?.code])).toEqual([
    [422, '#/words', 'empty'],
    [422, '#/words', 'too-big-text'],
    [422, '#/weight', 'too-big'],
    [422, '#/level', 'unknown-field'],
    [422, '#/level', 'not-a-choice'],
    [422, '#/level', 'not-a-choice'],
  ])
  expect((await goalsOf(at, referral)).items).toEqual([goal])
})

test('a goal has room for fifty reviews', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const full: Goal = {
    id: at.context().id('goal'),
    version: 1,
    client: referral.client,
    referral: referral.id,
    words: 'Sing with others.',
    weight: 1,
    status: 'active',
    level: 0,
    reviews: Array.from({ length: 49 }, () => ({ at: referral.requestedAt, level: 0, by: at.navigator.id })),
    setAt: referral.requestedAt,
  }
  await at.context().store.commit([{ kind: Goal, before: undefined, after: full, events: [] }])
  const last = await review(at, full, 1)
  const path = `/v1/goals/${full.id}/review`
  expect(told(await at.navigator.post(path, { level: 1 }, { ifMatch: last.version }))).toEqual([
    409,
    'too-many-reviews',
  ])
})

test('of two reviews at once one is told that the goal changed', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const goal = await set(at, referral)
  const answers = await Promise.all(
    [at.navigator, at.colleague].map((person) =>
      person.post<Goal>(`/v1/goals/${goal.id}/review`, { level: 1 }, { ifMatch: 1 }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
})

test('who may not see or change goals is told which permission it takes; another centre finds none', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const goal = await set(at, referral)
  const [goals, path] = [`/v1/referrals/${referral.id}/goals`, `/v1/goals/${goal.id}`]
  const answers: Problem[] = [
    await at.prescriber.post(goals, { words: 'Sing.' }),
    await at.prescriber.patch(path, { weight: 2 }, { ifMatch: 1 }),
    await at.prescriber.post(`${path}/review`, { level: 1 }, { ifMatch: 1 }),
    await at.prescriber.post(`${path}/retract`, undefined, { ifMatch: 1 }),
    await at.champion.get(goals),
    await at.evaluator.get(path),
    await at.admin.get(`${path}/timeline`),
  ]
  expect(answers.map(({ status, body }) => `${status} ${body.permission}`)).toEqual([
    '403 goals:set',
    '403 goals:update',
    '403 goals:review',
    '403 goals:retract',
    '403 goals:read',
    '403 goals:read',
    '403 goals:read',
  ])
  const other = await centre({ api: at.api })
  const found = [await other.navigator.get(goals), await other.navigator.get(path)]
  expect(found.map(({ status }) => status)).toEqual([404, 404])
})

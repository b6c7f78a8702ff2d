import { expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import { cohortOf, fold } from '../../shared/insights/fold.ts'
import { emptyMonth } from '../../shared/insights/schema.ts'
import type { Comparison } from '../../shared/outcomes/compare.ts'
import type { StandingFollowUp } from '../../shared/outcomes/due.ts'
import type { OfferedInstrument } from '../../shared/outcomes/in-use.ts'
import type { RecordedOutcome } from '../../shared/outcomes/record.ts'
import type { Outcome } from '../../shared/outcomes/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { Staff } from '../../shared/staff/schema.ts'
import type { HandOff, Task } from '../../shared/tasks/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'

type Problem = Answer<{
  type: string
  detail: string
  permission?: string
  errors?: { pointer: string; code: string; detail: string }[]
}>
type List<T> = { items: T[]; nextCursor?: string }

const answersTo = {
  'ucla-3': { companionship: 3, 'left-out': 2, isolated: 2 },
  belonging: { belonging: 2 },
  'life-satisfaction': { 'life-satisfaction': 4 },
  'phq-2': { interest: 2, mood: 1 },
  ons4: { satisfied: 5, worthwhile: 6, happy: 4, anxious: 8 },
}
const ucla = { instrument: 'ucla-3', mode: 'assisted', phase: 'baseline', answers: answersTo['ucla-3'] }
const better = { companionship: 2, 'left-out': 1, isolated: 1 }

const code = ({ body }: Problem) => body.type.replace('urn:rx-community:problem:', '')
const faults = ({ body }: Problem) => body.errors?.map((fault) => `${fault.pointer} ${fault.code}`)

const send = (at: TestCentre, { id }: Referral, given: Record<string, unknown> = {}) =>
  at.navigator.post<RecordedOutcome>(`/v1/referrals/${id}/outcomes`, { ...ucla, ...given })

const refused = async (answer: Promise<Answer<unknown>>) => (await answer) as Problem

async function record(
  at: TestCentre,
  referral: Referral,
  given: Record<string, unknown> = {},
): Promise<RecordedOutcome> {
  const answer = await send(at, referral, given)
  expect(answer.body).toMatchObject({ status: 'recorded' })
  expect(answer.status).toBe(201)
  return answer.body
}

const retract = (at: TestCentre, { id, version }: Outcome) =>
  at.navigator.post<Outcome>(`/v1/outcomes/${id}/retract`, { words: 'Another person’s.' }, { ifMatch: version })

async function followUps(at: TestCentre, { id }: Referral): Promise<string[]> {
  const { items } = await at.navigator.must<List<StandingFollowUp>>('GET', `/v1/referrals/${id}/follow-ups`)
  return items.map(({ phase, dueOn, status }) => `${phase} ${dueOn} ${status}`)
}

async function standings(at: TestCentre, referral: Referral): Promise<(string | undefined)[]> {
  return (await followUps(at, referral)).map((line) => line.split(' ')[2])
}

const outcomesOf = async (at: TestCentre, { id }: Referral) =>
  (await at.navigator.must<List<Outcome>>('GET', `/v1/referrals/${id}/outcomes`)).items

/** What the figures are told of a client's outcomes, in the order it happened. */
async function told(at: TestCentre, { client }: Referral): Promise<Event['facts'][]> {
  const { items } = await at.navigator.must<List<Event>>('GET', `/v1/clients/${client}/timeline?limit=100`)
  return items
    .filter(({ type }) => type.startsWith('outcome.'))
    .map(({ facts }) => facts)
    .toReversed()
}

async function step(at: TestCentre, { id }: Referral, verb: string, reason?: string): Promise<Referral> {
  const { version } = await at.navigator.must<Referral>('GET', `/v1/referrals/${id}`)
  const body = verb === 'retract' ? { words: 'Meant for another.' } : reason && { reason: { code: reason } }
  return at.navigator.must('POST', `/v1/referrals/${id}/${verb}`, { ...(body && { body }), ifMatch: version })
}

test('the instruments in use are told whole, in both languages; all of them are told on request', async () => {
  const at = await centre({ settings: { measures: ['belonging', 'ucla-3', 'swemwbs'] } })
  const told = async (query: string) =>
    (await at.evaluator.must<List<OfferedInstrument>>('GET', `/v1/instruments${query}`)).items
  const inUse = await told('')
  expect(inUse.map(({ id }) => id)).toEqual(['ucla-3', 'belonging'])
  expect(inUse[0]).toMatchObject({
    version: '1',
    inUse: true,
    direction: 'higher-worse',
    range: { min: 3, max: 9 },
    thresholds: [{ id: 'lonely', at: 6, comparison: 'at-least' }],
    licence: { en: expect.any(String), fr: expect.any(String) },
    frenchStatus: 'translation',
  })
  expect(inUse[0]?.items[1]).toMatchObject({
    id: 'left-out',
    text: { en: 'How often do you feel left out?', fr: 'À quelle fréquence vous sentez-vous à l’écart?' },
    options: [{ code: 1 }, { code: 2 }, { code: 3 }],
  })
  const all = await told('?all=true')
  expect(all.length).toBeGreaterThan(8)
  // A licensed instrument stays off: the centre’s registration cannot be recorded yet.
  expect(all.filter(({ inUse }) => inUse).map(({ id }) => id)).toEqual(['ucla-3', 'belonging'])
  expect(faults(await at.navigator.get('/v1/instruments?all=maybe'))).toEqual(['/query/all not-a-choice'])
})

test('an outcome is scored when it is recorded, with the instrument’s version, in the client’s language', async () => {
  const at = await centre()
  const { id: client } = await withClient(at, { locale: 'fr' })
  const body = { client, source: 'nurse', reasons: ['social-connection'] }
  const referral = await at.prescriber.must<Referral>('POST', '/v1/referrals', { body })
  await step(at, referral, 'accept')
  const answer = await send(at, referral)
  expect([answer.status, answer.headers.get('Location')]).toEqual([201, `/v1/outcomes/${answer.body.id}`])
  expect(answer.body).toMatchObject({
    client,
    referral: referral.id,
    instrumentVersion: '1',
    locale: 'fr',
    takenOn: '2026-11-21',
    score: 7,
    missing: [],
    flags: ['lonely'],
    status: 'recorded',
    recordedBy: at.navigator.id,
  })
  expect(answer.body).not.toHaveProperty('crisisHelp')
  const read = await at.prescriber.get<Outcome>(`/v1/outcomes/${answer.body.id}`)
  expect([read.body, read.headers.get('ETag')]).toEqual([answer.body, '"1"'])
  const english = await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging, locale: 'en' })
  expect(english.locale).toBe('en')
})

test('"don’t know", "prefer not to say" and "skipped" are recorded as they are, and leave no score', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const answers = { companionship: 'dont-know', 'left-out': 1, isolated: 'prefer-not-to-say' }
  const outcome = await record(at, referral, { answers })
  expect(outcome).toMatchObject({ answers, score: null, missing: ['companionship', 'isolated'], flags: [] })
  expect(await told(at, referral)).toMatchObject([{ score: null, pairs: [] }])
})

test('answers that the instrument does not have are refused by item, all at once, and nothing is recorded', async () => {
  const at = await centre({ settings: { measures: ['ucla-3', 'life-satisfaction'] } })
  const { referral } = await withCaseload(at)
  const wrong: [Record<string, unknown>, string[]][] = [
    [
      { answers: { companionship: 4, isolated: 2, 'a/b~c': 1 } },
      ['#/answers/a~1b~0c unknown-item', '#/answers/companionship not-an-option', '#/answers/left-out missing-answer'],
    ],
    [{ answers: { ...answersTo['ucla-3'], companionship: 0 } }, ['#/answers/companionship not-an-option']],
    [{ answers: { ...answersTo['ucla-3'], companionship: 1.5 } }, ['#/answers/companionship form']],
    [{ answers: { ...answersTo['ucla-3'], companionship: null } }, ['#/answers/companionship form']],
    [
      { answers: Object.fromEntries(Array.from({ length: 41 }, (_, n) => [`item-${n}`, 1])) },
      ['#/answers too-big-list'],
    ],
    [
      { instrument: 'life-satisfaction', answers: { 'life-satisfaction': 11 } },
      ['#/answers/life-satisfaction not-an-option'],
    ],
    [{ instrument: 'toString' }, ['#/instrument unknown-instrument']],
    [{ takenOn: '2026-11-22' }, ['#/takenOn future-date']],
    [{ takenOn: '2026-10-21' }, ['#/takenOn too-long-ago']],
    [{ takenOn: '2026-02-30' }, ['#/takenOn date']],
    [{ phase: '9-months' }, ['#/phase not-a-choice']],
    [{ score: 3 }, ['#/score unknown-field']],
    [
      { instrument: 'life-satisfaction', mode: 'proxy', takenOn: '2026-11-22', answers: {} },
      ['#/takenOn future-date', '#/mode no-proxy', '#/answers/life-satisfaction missing-answer'],
    ],
  ]
  for (const [given, expected] of wrong) {
    const answer = await refused(send(at, referral, given))
    expect([answer.status, faults(answer)]).toEqual([422, expected])
  }
  expect(await outcomesOf(at, referral)).toEqual([])
  expect(await followUps(at, referral)).toEqual([])
  const missing = { companionship: 1, 'left-out': 2 }
  const headers = { 'Accept-Language': 'fr' }
  const path = `/v1/referrals/${referral.id}/outcomes`
  const inFrench: Problem = await at.navigator.post(path, { ...ucla, answers: missing }, { headers })
  expect(inFrench.body.errors?.[0]?.detail).not.toMatch(/fault|Needs/)
})

test('a measure may be typed in late: from 30 days before the referral to today', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  expect((await record(at, referral, { takenOn: '2026-10-22' })).takenOn).toBe('2026-10-22')
  const belonging = { instrument: 'belonging', answers: answersTo.belonging }
  expect((await record(at, referral, { ...belonging, takenOn: '2026-11-21' })).takenOn).toBe('2026-11-21')
})

test('a measure that the centre has not switched on is refused with those that it has', async () => {
  const at = await centre({ settings: { measures: ['ucla-3', 'swemwbs'] } })
  const { referral } = await withCaseload(at)
  const items = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`item-${n}`, 3]))
  for (const given of [
    { instrument: 'phq-2', answers: answersTo['phq-2'] },
    { instrument: 'swemwbs', answers: items },
  ]) {
    const answer = await refused(send(at, referral, given))
    expect([answer.status, code(answer)]).toEqual([409, 'instrument-off'])
    expect(answer.body).toMatchObject({ inUse: ['ucla-3'] })
  }
})

test('somebody else’s answer counts only where the instrument says so', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  expect((await record(at, referral, { mode: 'proxy' })).mode).toBe('proxy')
  const own = { instrument: 'belonging', answers: answersTo.belonging }
  expect(faults(await refused(send(at, referral, { ...own, mode: 'proxy' })))).toEqual(['#/mode no-proxy'])
  await record(at, referral, { ...own, mode: 'self' })
})

test('an instrument for people of 16 and older is refused to the day, and allowed where no birth date is on file', async () => {
  const at = await centre({ settings: { measures: ['ons4'] } })
  const born = async (birthDate?: string) => {
    const { id: client } = await withClient(at, { names: { given: 'Moss', family: `Fiction${birthDate}` } })
    const { version } = await at.navigator.must<Client>('GET', `/v1/clients/${client}`)
    await at.navigator.must('PATCH', `/v1/clients/${client}`, {
      body: { birthDate: birthDate ?? null },
      ifMatch: version,
    })
    const body = { client, source: 'self', reasons: ['stress'] }
    const referral = await at.prescriber.must<Referral>('POST', '/v1/referrals', { body })
    return step(at, referral, 'accept')
  }
  const ons4 = { instrument: 'ons4', mode: 'self', answers: answersTo.ons4 }
  const young = await refused(send(at, await born('2010-11-22'), ons4))
  expect(faults(young)).toEqual(['#/instrument too-young'])
  expect(young.body.errors?.[0]?.detail).toContain('16')
  const outcome = await record(at, await born('2010-11-21'), ons4)
  expect(outcome).toMatchObject({ score: null, scores: answersTo.ons4, missing: [] })
  await record(at, await born(), ons4)
})

test.each([
  ['requested', [], false],
  ['accepted', [['accept']], true],
  ['in-progress', [['accept'], ['start']], true],
  ['completed', [['accept'], ['complete', 'goals-met']], true],
  ['rejected', [['reject', 'out-of-area']], false],
  ['cancelled', [['accept'], ['cancel', 'needs-changed']], false],
  ['failed', [['accept'], ['fail', 'moved']], false],
  ['entered-in-error', [['accept'], ['retract']], false],
] as const)('a baseline for a referral that is %s', async (status, steps, isTaken) => {
  const at = await centre()
  const { referral } = await withReferral(at)
  for (const [verb, reason] of steps) await step(at, referral, verb, reason)
  const answer = await refused(send(at, referral))
  expect(answer.status).toBe(isTaken ? 201 : 409)
  if (!isTaken) expect([code(answer), (await outcomesOf(at, referral)).length]).toEqual(['referral-not-open', 0])
  expect(await at.navigator.must('GET', `/v1/referrals/${referral.id}`)).toMatchObject({ status })
})

test('a referral on hold takes a measure', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const body = { reason: { code: 'away' }, nextActionOn: '2027-01-11' }
  await at.navigator.must('POST', `/v1/referrals/${referral.id}/hold`, { body, ifMatch: referral.version })
  await record(at, referral)
})

test('a phase is recorded once; two at once: one is recorded, the other is told which', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const answers = await Promise.all([send(at, referral), send(at, referral, { answers: better })])
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  const [won, lost] = answers.toSorted((a, b) => a.status - b.status)
  expect(lost?.body).toMatchObject({ type: 'urn:rx-community:problem:already-recorded', outcome: won?.body.id })
  expect(await outcomesOf(at, referral)).toEqual([won?.body])
  expect(await told(at, referral)).toHaveLength(1)
  await record(at, referral, { phase: 'exit' })
})

test('the same request sent twice records once and is answered the same, crisis help and all', async () => {
  const at = await centre({ settings: { measures: ['phq-2'] } })
  const { referral } = await withCaseload(at)
  const path = `/v1/referrals/${referral.id}/outcomes`
  const body = { ...ucla, instrument: 'phq-2', answers: answersTo['phq-2'] }
  const post = () => at.navigator.post<RecordedOutcome>(path, body, { headers: { 'Idempotency-Key': 'once' } })
  const [first, second] = [await post(), await post()]
  expect(second.body).toEqual(first.body)
  expect(second.body.crisisHelp?.en).toContain('9-8-8')
  expect(await outcomesOf(at, referral)).toHaveLength(1)
})

test('a whole set of measures sent at once schedules the follow-ups once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const all: [string, Record<string, number>][] = [
    ['ucla-3', answersTo['ucla-3']],
    ['loneliness-direct', { lonely: 4 }],
    ['belonging', { belonging: 2 }],
    ['health', { health: 3 }],
    ['mental-health', { 'mental-health': 2 }],
    ['life-satisfaction', { 'life-satisfaction': 0 }],
    ['activity-days', { days: 0 }],
  ]
  const sent = await Promise.all(all.map(([instrument, answers]) => send(at, referral, { instrument, answers })))
  expect(sent.map(({ status }) => status)).toEqual(all.map(() => 201))
  // Nothing at all is a score like any other.
  expect(sent.slice(-2).map(({ body }) => body.score)).toEqual([0, 0])
  expect(await followUps(at, referral)).toEqual([
    '3-months 2027-02-21 upcoming',
    '6-months 2027-05-21 upcoming',
    '12-months 2027-11-21 upcoming',
  ])
  const { items } = await at.navigator.must<List<Event>>('GET', `/v1/clients/${referral.client}/timeline?limit=100`)
  expect(items.filter(({ type }) => type === 'follow-up.scheduled')).toHaveLength(3)
})

test('the follow-ups count from the day the first baseline was taken, and keep to it', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral, { takenOn: '2026-11-10' })
  await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging })
  expect((await followUps(at, referral))[0]).toBe('3-months 2027-02-10 upcoming')
})

test('a follow-up opens two weeks before its day, is overdue after it, and missed six weeks later', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral)
  const after = async (days: number) => {
    at.api.pass({ days })
    return (await standings(at, referral)).join(' ')
  }
  expect(await after(77)).toBe('upcoming upcoming upcoming') // 6 February
  expect(await after(1)).toBe('due upcoming upcoming')
  expect(await after(14)).toBe('due upcoming upcoming') // 21 February
  expect(await after(1)).toBe('overdue upcoming upcoming')
  expect(await after(41)).toBe('overdue upcoming upcoming') // 4 April
  expect(await after(1)).toBe('missed upcoming upcoming')
})

test('a follow-up is somebody’s task only while its window is open', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral)
  await step(at, referral, 'complete', 'goals-met')
  const tasksAfter = async (days: number) => {
    at.api.pass({ days })
    return (await at.navigator.must<List<Task>>('GET', '/v1/tasks')).items
  }
  expect(await tasksAfter(77)).toEqual([])
  expect(await tasksAfter(1)).toMatchObject([{ kind: 'follow-up', dueOn: '2027-02-21', daysOverdue: 0 }])
  expect(await tasksAfter(56)).toMatchObject([{ kind: 'follow-up', dueOn: '2027-02-21', daysOverdue: 42 }])
  expect(await tasksAfter(1)).toEqual([])
})

test('the first outcome of a follow-up’s phase is that follow-up done, also when two come at once', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral)
  await step(at, referral, 'complete', 'goals-met')
  at.api.pass({ days: 92 })
  await Promise.all([
    record(at, referral, { phase: '3-months', answers: better }),
    record(at, referral, { phase: '3-months', instrument: 'belonging', answers: answersTo.belonging }),
  ])
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
  const { items } = await at.navigator.must<List<Event>>('GET', `/v1/clients/${referral.client}/timeline?limit=100`)
  expect(items.filter(({ type }) => type === 'follow-up.done')).toHaveLength(1)
  await record(at, referral, { phase: 'exit', answers: better })
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
})

test('follow-ups outlive a referral that could not go on, and can be recorded; nothing else can', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral)
  await step(at, referral, 'fail', 'moved')
  expect(await standings(at, referral)).toEqual(['upcoming', 'upcoming', 'upcoming'])
  at.api.pass({ days: 92 })
  await record(at, referral, { phase: '3-months', answers: better })
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
  expect(code(await refused(send(at, referral, { phase: 'exit' })))).toBe('referral-not-open')
})

test.each([
  ['fail', 'died'],
  ['cancel', 'client-withdrew'],
  ['cancel', 'client-declined'],
  ['cancel', 'duplicate'],
  ['retract', undefined],
])('after "%s" (%s) nobody is asked again: the follow-ups that are left are cancelled', async (verb, reason) => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  await record(at, referral)
  at.api.pass({ days: 92 })
  await record(at, referral, { phase: '3-months', answers: better })
  await step(at, referral, verb, reason)
  expect(await standings(at, referral)).toEqual(['done', 'cancelled', 'cancelled'])
  expect(code(await refused(send(at, referral, { phase: '6-months' })))).toBe('referral-not-open')
  const { items } = await at.navigator.must<List<unknown>>('GET', '/v1/tasks')
  expect(items).toEqual([])
})

test('a closing and the first baseline at once never leave a follow-up due', async () => {
  const at = await centre()
  const cases = await Promise.all([1, 2, 3, 4].map(() => withCaseload(at)))
  for (const { referral } of cases) {
    const body = { reason: { code: 'died' } }
    const [closed, recorded] = await Promise.all([
      at.colleague.post(`/v1/referrals/${referral.id}/fail`, body, { ifMatch: referral.version }),
      send(at, referral),
    ])
    const after = await standings(at, referral)
    if (closed.status === 200) expect([recorded.status, ...after]).not.toContain('upcoming')
    else expect([closed.status, recorded.status, after.length]).toEqual([412, 201, 3])
  }
})

test('the figures are told of each pair once, whichever of the two comes first', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 92 })
  const facts = { referral: referral.id, instrument: 'ucla-3', cohort: '2026-11' }
  await record(at, referral, { phase: '3-months', answers: better })
  await record(at, referral, { phase: '6-months', answers: { ...better, isolated: 'skipped' } })
  await record(at, referral, { phase: 'baseline' })
  await record(at, referral, { phase: 'exit', answers: { companionship: 1, 'left-out': 1, isolated: 1 } })
  await record(at, referral, { phase: 'baseline', instrument: 'belonging', answers: answersTo.belonging })
  expect(await told(at, referral)).toEqual([
    { ...facts, phase: '3-months', score: 4, pairs: [] },
    { ...facts, phase: '6-months', score: null, pairs: [] },
    { ...facts, phase: 'baseline', score: 7, pairs: [{ phase: '3-months', baseline: 7, followUp: 4 }] },
    { ...facts, phase: 'exit', score: 3, pairs: [{ phase: 'exit', baseline: 7, followUp: 3 }] },
    { ...facts, instrument: 'belonging', phase: 'baseline', score: 2, pairs: [] },
  ])
})

test('a baseline and a follow-up recorded at once make exactly one pair', async () => {
  const at = await centre()
  for (let round = 0; round < 4; round += 1) {
    const { referral } = await withCaseload(at)
    await Promise.all([record(at, referral), record(at, referral, { phase: '3-months', answers: better })])
    const pairs = (await told(at, referral)).flatMap((facts) => facts.pairs)
    expect(pairs).toEqual([{ phase: '3-months', baseline: 7, followUp: 4 }])
  }
})

test('the cohort is the month the referral came in, on the centre’s calendar', async () => {
  const at = await centre()
  at.api.pass({ days: 9, hours: 12 }) // 1 December, 03:00 UTC: still November in Toronto
  const { referral } = await withCaseload(at)
  await record(at, referral)
  expect(await told(at, referral)).toMatchObject([{ cohort: '2026-11' }])
})

test('a retracted outcome leaves with the pairs it made, and its phase is free again', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const baseline = await record(at, referral)
  const other = await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging })
  at.api.pass({ days: 92 })
  const later = await record(at, referral, { phase: '3-months', answers: better })
  await record(at, referral, { phase: '12-months', answers: better })
  const pair = { phase: '3-months', baseline: 7, followUp: 4 }

  const gone = await retract(at, later)
  const statusReason = { code: 'other', words: 'Another person’s.' }
  expect(gone.body).toMatchObject({ status: 'entered-in-error', statusReason, version: 2 })
  await retract(at, baseline)
  expect((await told(at, referral)).slice(-2)).toMatchObject([
    { phase: '3-months', score: 4, pairs: [pair] },
    { phase: 'baseline', score: 7, pairs: [{ ...pair, phase: '12-months' }] },
  ])
  const again = await record(at, referral, { answers: { companionship: 3, 'left-out': 3, isolated: 3 } })
  expect((await told(at, referral)).at(-1)).toMatchObject({ score: 9, pairs: [{ phase: '12-months', baseline: 9 }] })
  expect((await outcomesOf(at, referral)).filter(({ status }) => status === 'recorded')).toHaveLength(3)

  const path = `/v1/outcomes/${again.id}/retract`
  expect((await at.navigator.post(path, { words: 'x' }, { ifMatch: 7 })).status).toBe(412)
  expect((await at.navigator.post(path, { words: 'x' })).status).toBe(428)
  expect(faults(await at.navigator.post(path, {}, { ifMatch: 1 }))).toEqual(['#/words type'])
  expect(code(await refused(retract(at, gone.body)))).toBe('entered-in-error')
  const two = await Promise.all([retract(at, other), retract(at, other)])
  expect(two.map(({ status }) => status).sort()).toEqual([200, 412])
  const timeline = await at.navigator.must<List<Event>>('GET', `/v1/outcomes/${later.id}/timeline`)
  expect(timeline.items.map(({ type }) => type)).toEqual(['outcome.recorded', 'outcome.retracted'])
  expect(JSON.stringify(timeline)).not.toContain('Another person')
})

test('follow-ups rest on outcomes: without a baseline none is due, without an outcome of its phase none is done', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const [first, second] = [
    await record(at, referral, { takenOn: '2026-11-01' }),
    await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging }),
  ]
  await retract(at, first)
  expect((await followUps(at, referral))[0]).toBe('3-months 2027-02-01 upcoming')
  await retract(at, second)
  expect(await standings(at, referral)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  await record(at, referral, { takenOn: '2026-11-20' })
  expect((await followUps(at, referral))[0]).toBe('3-months 2027-02-20 upcoming')

  at.api.pass({ days: 92 })
  const later = await record(at, referral, { phase: '3-months', answers: better })
  const beside = await record(at, referral, {
    phase: '3-months',
    instrument: 'belonging',
    answers: answersTo.belonging,
  })
  await retract(at, later)
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
  await retract(at, beside)
  expect(await standings(at, referral)).toEqual(['overdue', 'upcoming', 'upcoming'])
})

test('a follow-up that was recorded before the baseline is done when the baseline comes', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  at.api.pass({ days: 92 })
  await record(at, referral, { phase: '3-months', answers: better })
  expect(await followUps(at, referral)).toEqual([])
  await record(at, referral, { takenOn: '2026-11-21' })
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
})

test('two baselines retracted at once leave no follow-up due', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const first = await record(at, referral)
  const second = await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging })
  const answers = await Promise.all([retract(at, first), retract(at, second)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await standings(at, referral)).toEqual(['cancelled', 'cancelled', 'cancelled'])
})

test('a referral entered in error takes its outcomes out of the figures, each pair once, and none is retracted after', async () => {
  const at = await centre()
  const { referral } = await withCaseload(at)
  const baseline = await record(at, referral)
  await record(at, referral, { phase: '3-months', answers: better })
  await step(at, referral, 'retract')
  const timeline = await at.navigator.must<List<Event>>('GET', `/v1/referrals/${referral.id}/timeline`)
  expect(timeline.items.at(-1)?.facts.outcomes).toEqual([
    { instrument: 'ucla-3', phase: 'baseline', score: 7, pairs: [] },
    { instrument: 'ucla-3', phase: '3-months', score: 4, pairs: [{ phase: '3-months', baseline: 7, followUp: 4 }] },
  ])
  expect(code(await refused(retract(at, baseline)))).toBe('entered-in-error')
  const { items } = await at.navigator.must<List<Event>>('GET', `/v1/clients/${referral.client}/timeline?limit=100`)
  const counting = items.filter((event) => cohortOf(event) !== undefined)
  const { recorded, scored, pairs } = counting.reduce(fold, emptyMonth('2026-11'))
  expect([recorded, scored, pairs]).toEqual([{}, {}, { 'ucla-3:3-months': {} }])
})

test('a positive PHQ-2 passes to the prescriber at once, due today, and says where help is', async () => {
  const at = await centre({ settings: { measures: ['phq-2'] } })
  const { referral } = await withCaseload(at)
  const phq2 = { instrument: 'phq-2' }
  const fine = await record(at, referral, { ...phq2, answers: { interest: 1, mood: 1 } })
  expect([fine.flags, fine.crisisHelp]).toEqual([[], undefined])
  const unsaid = await record(at, referral, { ...phq2, phase: 'exit', answers: { interest: 3, mood: 'skipped' } })
  expect([unsaid.score, unsaid.crisisHelp]).toEqual([null, undefined])
  at.api.pass({ days: 92 })
  const positive = await record(at, referral, { ...phq2, phase: '3-months', answers: answersTo['phq-2'] })
  expect(positive).toMatchObject({ score: 3, flags: ['positive'] })
  expect(positive.crisisHelp).toEqual({
    en: expect.stringMatching(/9-8-8.*Suicide Crisis Helpline/),
    fr: expect.stringMatching(/9-8-8.*Ligne d’aide en cas de crise de suicide/),
  })
  const { items } = await at.prescriber.must<List<Task>>('GET', '/v1/tasks')
  expect(items).toMatchObject([{ kind: 'hand-off', dueOn: '2027-02-21', urgency: 'urgent' }])
  const handOff = await at.prescriber.must<HandOff>('GET', `/v1/hand-offs/${items[0]?.subject}`)
  expect(handOff).toMatchObject({ cause: 'phq-2', referral: referral.id, assignee: at.prescriber.id })
  expect(await at.navigator.must('GET', `/v1/outcomes/${positive.id}`)).not.toHaveProperty('crisisHelp')
})

test('a positive PHQ-2 without a prescriber who works here goes to the unassigned list', async () => {
  const at = await centre({ settings: { measures: ['phq-2'] } })
  const { referral } = await withCaseload(at)
  const ctx = at.context()
  const left = await ctx.store.get(Staff, at.prescriber.id)
  const change = {
    kind: Staff,
    before: left,
    after: { ...left, status: 'deactivated' as const, version: 2 },
    events: [],
  }
  await ctx.store.commit([change])
  const client = await withClient(at)
  const body = { client: client.id, source: 'self', reasons: ['stress'] }
  const own = await at.navigator.must<Referral>('POST', '/v1/referrals', { body })
  await step(at, own, 'accept')
  for (const one of [referral, own]) await record(at, one, { instrument: 'phq-2', answers: answersTo['phq-2'] })
  const { items } = await at.navigator.must<List<Task>>('GET', '/v1/tasks?assignee=unassigned')
  expect(items.map(({ kind }) => kind)).toEqual(['hand-off', 'hand-off'])
})

test.each([
  [{ kind: 'record' }, { kind: 'role', role: 'prescriber' }],
  [{ kind: 'section', section: 'hand-off' }, undefined],
])(
  'a positive PHQ-2 that the client withholds from the prescriber (%j) waits for whoever may see it',
  async (scope, role) => {
    const at = await centre({ settings: { measures: ['phq-2'] } })
    const { client, referral } = await withCaseload(at)
    const against = role ?? { kind: 'person', staff: at.prescriber.id }
    await at.navigator.must('POST', `/v1/clients/${client.id}/directives`, { body: { scope, against } })
    await record(at, referral, { instrument: 'phq-2', answers: answersTo['phq-2'] })
    const { items } = await at.navigator.must<List<Task>>('GET', '/v1/tasks?assignee=unassigned')
    expect(items).toMatchObject([{ kind: 'hand-off', client: client.id }])
  },
)

test('a positive PHQ-2 that the prescriber may not see any more goes to the unassigned list', async () => {
  const at = await centre({ settings: { measures: ['phq-2'] } })
  const { client, referral } = await withCaseload(at)
  await record(at, referral, { instrument: 'phq-2', answers: answersTo['phq-2'] })
  const listed = async (by: Caller, assignee: string) =>
    (await by.must<List<Task>>('GET', `/v1/tasks?assignee=${assignee}`)).items.map(({ kind }) => kind)
  expect([await listed(at.prescriber, 'me'), await listed(at.navigator, 'unassigned')]).toEqual([['hand-off'], []])
  const withhold = (staff: Caller) =>
    at.navigator.must('POST', `/v1/clients/${client.id}/directives`, {
      body: { scope: { kind: 'record' }, against: { kind: 'person', staff: staff.id } },
    })
  await withhold(at.colleague)
  expect(await listed(at.prescriber, 'me')).toEqual(['hand-off'])
  await withhold(at.prescriber)
  expect([await listed(at.prescriber, 'me'), await listed(at.navigator, 'unassigned')]).toEqual([[], ['hand-off']])
})

test('a comparison says for each measure and phase whether it got better, whichever way is up', async () => {
  const at = await centre({ settings: { measures: ['ucla-3', 'belonging', 'life-satisfaction', 'ons4'] } })
  const { referral } = await withCaseload(at)
  const compare = async () => {
    const path = `/v1/referrals/${referral.id}/outcomes/comparison`
    return (await at.prescriber.must<List<Comparison>>('GET', path)).items
  }
  expect(await compare()).toEqual([])
  const satisfaction = { instrument: 'life-satisfaction', mode: 'self' }
  const ons4 = { instrument: 'ons4', mode: 'self' }
  const wrong = await record(at, referral, { answers: better })
  await retract(at, wrong)
  await record(at, referral)
  await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging })
  await record(at, referral, { ...satisfaction, answers: { 'life-satisfaction': 4 } })
  await record(at, referral, { ...ons4, answers: answersTo.ons4 })
  at.api.pass({ days: 92 })
  await record(at, referral, { phase: '3-months', answers: better })
  await record(at, referral, { phase: '3-months', instrument: 'belonging', answers: { belonging: 'dont-know' } })
  await record(at, referral, { ...satisfaction, phase: '3-months', answers: { 'life-satisfaction': 0 } })
  await record(at, referral, { ...satisfaction, phase: 'exit', answers: { 'life-satisfaction': 4 } })
  const after = { satisfied: 'skipped', worthwhile: 6, happy: 3, anxious: 2 }
  await record(at, referral, { ...ons4, phase: '3-months', answers: after })
  const lines = await compare()
  expect(lines[0]).toEqual({
    instrument: 'ucla-3',
    phase: '3-months',
    baselineOn: '2026-11-21',
    followUpOn: '2027-02-21',
    baseline: 7,
    followUp: 4,
    change: -3,
    result: 'improved',
  })
  const told = lines.map(({ instrument, item, phase, change, result }) =>
    [instrument, item, phase, change, result].filter((part) => part !== undefined).join(' '),
  )
  expect(told).toEqual([
    'ucla-3 3-months -3 improved',
    'life-satisfaction 3-months -4 worse',
    'life-satisfaction exit 0 same',
    'ons4 worthwhile 3-months 0 same',
    'ons4 happy 3-months -1 worse',
    'ons4 anxious 3-months -6 improved',
  ])
})

test('outcomes are listed by referral and by client in the order they were taken, page by page', async () => {
  const at = await centre()
  const { referral, client } = await withCaseload(at)
  await record(at, referral, { takenOn: '2026-11-20' })
  await record(at, referral, { instrument: 'belonging', answers: answersTo.belonging, takenOn: '2026-11-10' })
  const body = { client: client.id, source: 'self', reasons: ['stress'] }
  const second = await at.prescriber.must<Referral>('POST', '/v1/referrals', { body })
  await step(at, second, 'accept')
  await record(at, second, { takenOn: '2026-11-15' })
  const days = async (path: string) =>
    (await at.prescriber.must<List<Outcome>>('GET', path)).items.map(({ takenOn }) => takenOn)
  expect(await days(`/v1/referrals/${referral.id}/outcomes`)).toEqual(['2026-11-10', '2026-11-20'])
  const path = `/v1/clients/${client.id}/outcomes`
  expect(await days(path)).toEqual(['2026-11-10', '2026-11-15', '2026-11-20'])
  const { nextCursor } = await at.navigator.must<List<Outcome>>('GET', `${path}?limit=2`)
  expect(await days(`${path}?limit=2&cursor=${nextCursor}`)).toEqual(['2026-11-20'])
})

test('a merged client’s outcomes and follow-ups go along', async () => {
  const at = await centre()
  const { referral, client } = await withCaseload(at)
  await record(at, referral)
  const survivor = await withClient(at)
  await at.navigator.must('POST', `/v1/clients/${survivor.id}/merge`, { body: { from: client.id }, ifMatch: 1 })
  const listed = await at.navigator.must<List<Outcome>>('GET', `/v1/clients/${survivor.id}/outcomes`)
  expect(listed.items).toHaveLength(1)
  at.api.pass({ days: 92 })
  const later = await record(at, referral, { phase: '3-months', answers: better })
  expect(later.client).toBe(survivor.id)
  expect(await standings(at, referral)).toEqual(['done', 'upcoming', 'upcoming'])
})

test('who may not is told which permission it takes; another centre’s are not there', async () => {
  const at = await centre()
  const { referral, client } = await withCaseload(at)
  const { id } = await record(at, referral)
  const answers: Problem[] = [
    await at.prescriber.post(`/v1/referrals/${referral.id}/outcomes`, ucla),
    await at.prescriber.post(`/v1/outcomes/${id}/retract`, { words: 'x' }, { ifMatch: 1 }),
    await at.evaluator.get(`/v1/outcomes/${id}`),
    await at.evaluator.get(`/v1/referrals/${referral.id}/outcomes/comparison`),
    await at.admin.get(`/v1/referrals/${referral.id}/follow-ups`),
    await at.champion.get(`/v1/clients/${client.id}/outcomes`),
    await at.champion.get('/v1/instruments'),
  ]
  expect(answers.map(({ status, body }) => `${status} ${body.permission}`)).toEqual([
    '403 outcomes:record',
    '403 outcomes:retract',
    '403 outcomes:read',
    '403 outcomes:read',
    '403 outcomes:read',
    '403 outcomes:read',
    '403 instruments:read',
  ])
  const other = await centre({ api: at.api })
  const found = await Promise.all([
    other.navigator.post(`/v1/referrals/${referral.id}/outcomes`, { ...ucla, phase: 'exit' }),
    other.navigator.get(`/v1/referrals/${referral.id}/outcomes`),
    other.navigator.get(`/v1/referrals/${referral.id}/outcomes/comparison`),
    other.navigator.get(`/v1/referrals/${referral.id}/follow-ups`),
    other.navigator.get(`/v1/clients/${client.id}/outcomes`),
    other.navigator.get(`/v1/outcomes/${id}`),
    other.navigator.get(`/v1/outcomes/${id}/timeline`),
    other.navigator.post(`/v1/outcomes/${id}/retract`, { words: 'x' }, { ifMatch: 1 }),
    other.navigator.get(`/v1/outcomes/${referral.id}`),
  ])
  expect(found.map(({ status }) => status)).toEqual(found.map(() => 404))
  expect(await outcomesOf(at, referral)).toHaveLength(1)
})

import { describe, expect, test } from 'vitest'
import type { Client } from '../../shared/clients/schema.ts'
import { referralReasons } from '../../shared/core/codes.ts'
import { change, create, type Event } from '../../shared/db/event.ts'
import type { Message } from '../../shared/messages/schema.ts'
import { FollowUp } from '../../shared/outcomes/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import type { Referral, ReferralRow } from '../../shared/referrals/schema.ts'
import { Staff } from '../../shared/staff/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'
import { commandsOf } from '../support/commands.ts'
import { withActivity } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

type Problem = Answer<{
  type: string
  detail: string
  permission?: string
  from?: string
  allowed?: string[]
  errors?: { pointer: string; code: string }[]
}>

const code = ({ body }: Problem) => body.type.replace('urn:rx-community:problem:', '')
const faults = ({ body }: Problem) => body.errors?.map((fault) => `${fault.pointer} ${fault.code}`)

const now = (at: TestCentre, { id }: { id: string }) => at.navigator.must<Referral>('GET', `/v1/referrals/${id}`)

const types = async (at: TestCentre, { id }: { id: string }) =>
  (await at.navigator.must<{ items: Event[] }>('GET', `/v1/referrals/${id}/timeline`)).items.map(({ type }) => type)

const messages = async (at: TestCentre, { id }: { id: string }) =>
  (await at.prescriber.must<{ items: Message[] }>('GET', `/v1/referrals/${id}/messages`)).items

describe('referring', () => {
  test('a referral is requested with its clock running', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    expect(referral).toMatchObject({
      status: 'requested',
      version: 1,
      nextActionOn: '2026-12-05',
      prescriber: at.prescriber.id,
    })
  })

  test('the clock is the centre’s own, and so is the day it starts', async () => {
    const at = await centre({ settings: { firstContactDays: 3 }, zone: 'America/Vancouver' })
    at.api.pass({ hours: 12 }) // Three in the morning on Sunday in Greenwich, Saturday evening in Vancouver.
    expect((await withReferral(at)).referral.nextActionOn).toBe('2026-11-24')
  })

  test.each(referralReasons.map((reason) => [reason]))('for %s', async (reason) => {
    const { at, client } = await shared
    const body = { client: client.id, source: 'nurse', reasons: [reason] }
    expect(await at.prescriber.post('/v1/referrals', body)).toMatchObject({ status: 201, body: { reasons: [reason] } })
  })
  const shared = centre().then(async (at) => ({ at, client: await withClient(at) }))

  test.each([
    [{ reasons: ['loneliness'] }, '#/reasons/0 not-a-choice'],
    [{ reasons: ['SOCIAL-CONNECTION'] }, '#/reasons/0 not-a-choice'],
    [{ reasons: [] }, '#/reasons too-small-list'],
    [{ reasons: Array(13).fill('stress') }, '#/reasons too-big-list'],
    [{ source: 'neighbour' }, '#/source not-a-choice'],
    [{ urgency: 'whenever' }, '#/urgency not-a-choice'],
    [{ note: 'x'.repeat(2001) }, '#/note too-big-text'],
    [{ status: 'completed' }, '#/status unknown-field'],
    [{ navigator: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/navigator unknown-field'],
    [{ client: 'referral_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/client form'],
    [{ prescriber: 'staff_01JD3Y6Q5V8Z9K2M4N6P8R0T1W' }, '#/prescriber not-a-prescriber'],
  ])('%j is refused', async (given, fault) => {
    const { at, client } = await shared
    const body = { client: client.id, source: 'nurse', reasons: ['stress'], ...given }
    const answer: Problem = await at.prescriber.post('/v1/referrals', body)
    expect([answer.status, faults(answer)]).toEqual([422, [fault]])
  })

  test('a client of another centre is not found, and neither is one that does not exist', async () => {
    const [at, other] = [await centre(), await centre()]
    const { id } = await withClient(other)
    for (const reason of ['stress', 'elder-abuse']) {
      for (const client of [id, 'client_01JD3Y6Q5V8Z9K2M4N6P8R0T1W']) {
        const body = { client, source: 'nurse', reasons: [reason] }
        expect((await at.prescriber.post('/v1/referrals', body)).status).toBe(404)
      }
    }
  })

  test('who hears back is an active prescriber of this centre', async () => {
    const [at, other] = [await centre(), await centre()]
    const client = await withClient(at)
    const gone = await at.person(['prescriber'])
    const { store } = at.context()
    const staff = await store.get(Staff, gone.id)
    await store.commit([change(Staff, staff, { ...staff, version: 2, status: 'deactivated' }, 'deactivated')])
    const named = (by: Caller, prescriber: string): Promise<Problem> =>
      by.post('/v1/referrals', { client: client.id, source: 'nurse', reasons: ['stress'], prescriber })
    for (const { id } of [at.navigator, at.evaluator, gone, other.prescriber]) {
      const answer = await named(at.navigator, id)
      expect([answer.status, faults(answer)]).toEqual([422, ['#/prescriber not-a-prescriber']])
    }
    expect(await named(at.navigator, at.prescriber.id)).toMatchObject({
      status: 201,
      body: { prescriber: at.prescriber.id },
    })
    const colleague = await at.person(['prescriber', 'navigator'])
    expect(await named(at.prescriber, colleague.id)).toMatchObject({ body: { prescriber: colleague.id } })
  })

  test('a navigator who refers hears nothing back, for nobody asked to', async () => {
    const at = await centre()
    const client = await withClient(at)
    const referral = await at.navigator.must<Referral>('POST', '/v1/referrals', {
      body: { client: client.id, source: 'self', reasons: ['stress'] },
    })
    expect(referral.prescriber).toBeUndefined()
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    expect(await messages(at, referral)).toEqual([])
  })

  test.each([['intimate-partner-violence'], ['elder-abuse']])('%s flags the client at once', async (reason) => {
    const at = await centre()
    const { client } = await withReferral(at, { reasons: ['stress', reason as 'stress'] })
    const flagged = await at.navigator.must<Client>('GET', `/v1/clients/${client.id}`)
    expect(flagged).toEqual({ ...client, version: 2, safeContact: true })
    const { items } = await at.navigator.must<{ items: Event[] }>('GET', `/v1/clients/${client.id}/timeline`)
    expect(items.find(({ type }) => type === 'client.flagged')?.facts).toEqual({ flag: 'safe-contact' })
  })

  test('no other reason does', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    expect(await at.navigator.must('GET', `/v1/clients/${client.id}`)).toEqual(client)
  })

  test('several people refer somebody in danger at once: all are written', async () => {
    const at = await centre()
    const client = await withClient(at)
    const body = { client: client.id, source: 'nurse', reasons: ['elder-abuse'] }
    const answers = await Promise.all(
      [at.prescriber, at.navigator, at.colleague].map((person) => person.post('/v1/referrals', body)),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })

  test('the same request sent twice has one effect and one answer', async () => {
    const at = await centre()
    const { client } = await withReferral(at)
    const body = { client: client.id, source: 'physician', reasons: ['stress'] }
    const headers = { 'Idempotency-Key': 'once' }
    const [first, second] = [
      await at.prescriber.post<Referral>('/v1/referrals', body, { headers }),
      await at.prescriber.post<Referral>('/v1/referrals', body, { headers }),
    ]
    expect(second.body).toEqual(first.body)
    const other = await at.prescriber.post<{ type: string }>('/v1/referrals', { ...body, source: 'nurse' }, { headers })
    expect(other).toMatchObject({ status: 422, body: { type: 'urn:rx-community:problem:idempotency-mismatch' } })
  })
})

describe('every step of the status machine', () => {
  const later = '2027-01-11'
  const steps = {
    accept: ['accept', undefined],
    reject: ['reject', { reason: { code: 'out-of-area' } }],
    start: ['start', undefined],
    hold: ['hold', { reason: { code: 'away' }, nextActionOn: later }],
    resume: ['resume', undefined],
    complete: ['complete', { reason: { code: 'goals-met' } }],
    cancel: ['cancel', { reason: { code: 'needs-changed' } }],
    fail: ['fail', { reason: { code: 'moved' } }],
    retract: ['retract', { words: 'Meant for another person.' }],
  } as const
  type Step = keyof typeof steps

  const take = <T>(at: TestCentre, step: Step, { id, version }: Referral): Promise<Answer<T>> =>
    at.navigator.post(`/v1/referrals/${id}/${steps[step][0]}`, steps[step][1], { ifMatch: version })

  async function having(path: readonly Step[]) {
    const at = await centre()
    let { referral } = await withReferral(at)
    for (const step of path) {
      const { status, body } = await take<Referral>(at, step, referral)
      expect({ step, status, body }).toMatchObject({ status: 200 })
      referral = body
    }
    return { at, referral }
  }

  const paths: [Step[], string][] = [
    [['accept'], 'accepted'],
    [['reject'], 'rejected'],
    [['cancel'], 'cancelled'],
    [['retract'], 'entered-in-error'],
    [['accept', 'start'], 'in-progress'],
    [['accept', 'hold'], 'on-hold'],
    [['accept', 'complete'], 'completed'],
    [['accept', 'cancel'], 'cancelled'],
    [['accept', 'fail'], 'failed'],
    [['accept', 'retract'], 'entered-in-error'],
    [['accept', 'start', 'hold'], 'on-hold'],
    [['accept', 'start', 'complete'], 'completed'],
    [['accept', 'start', 'cancel'], 'cancelled'],
    [['accept', 'start', 'fail'], 'failed'],
    [['accept', 'start', 'retract'], 'entered-in-error'],
    [['accept', 'hold', 'resume'], 'in-progress'],
    [['accept', 'hold', 'retract'], 'entered-in-error'],
    [['reject', 'retract'], 'entered-in-error'],
    [['cancel', 'retract'], 'entered-in-error'],
    [['accept', 'fail', 'retract'], 'entered-in-error'],
    [['accept', 'complete', 'retract'], 'entered-in-error'],
  ]

  test.each(paths)('%j leads to %s', async (path, status) => {
    const { at, referral } = await having(path)
    expect(referral).toMatchObject({ status, version: path.length + 1 })
    expect(await now(at, referral)).toEqual(referral)
    expect(await types(at, referral)).toHaveLength(path.length + 1)
    const isOver = ['completed', 'rejected', 'cancelled', 'failed', 'entered-in-error'].includes(status)
    expect(referral.closedAt !== undefined).toBe(isOver)
  })

  const possible: [Step[], string, Step[]][] = [
    [[], 'requested', ['accept', 'reject', 'cancel', 'retract']],
    [['accept'], 'accepted', ['start', 'hold', 'complete', 'cancel', 'fail', 'retract']],
    [['accept', 'start'], 'in-progress', ['hold', 'complete', 'cancel', 'fail', 'retract']],
    [['accept', 'hold'], 'on-hold', ['resume', 'retract']],
    [['accept', 'complete'], 'completed', ['retract']],
    [['reject'], 'rejected', ['retract']],
    [['cancel'], 'cancelled', ['retract']],
    [['accept', 'fail'], 'failed', ['retract']],
    [['retract'], 'entered-in-error', []],
  ]

  /** The table of statuses knows these; the verb is another one's. */
  const elsewhere: Record<string, string> = {
    'on-hold start': 'referral-on-hold',
    'accepted resume': 'referral-not-on-hold',
  }

  test.each(possible)('after %j, from %s, only %j', async (path, from, allowed) => {
    const { at, referral } = await having(path)
    for (const step of Object.keys(steps) as Step[]) {
      if (allowed.includes(step)) continue
      const answer: Problem = await take(at, step, referral)
      const said = elsewhere[`${from} ${step}`] ?? 'invalid-transition'
      expect([step, answer.status, code(answer)]).toEqual([step, 409, said])
      if (said === 'invalid-transition') expect(answer.body.from).toBe(from)
    }
    expect(await now(at, referral)).toEqual(referral)
  })

  test('a refusal says in words what the status is and what is possible now, in both languages', async () => {
    const { at, referral } = await having(['accept', 'hold'])
    const path = `/v1/referrals/${referral.id}/complete`
    const body = { reason: { code: 'goals-met' } }
    const said = async (language: string) => {
      const headers = { 'Accept-Language': language }
      const answer: Problem = await at.navigator.post(path, body, { ifMatch: referral.version, headers })
      return answer.body.detail
    }
    expect(await said('en')).toBe(
      'The status is “on hold”, so it cannot become “completed”. Possible now: in progress, entered in error.',
    )
    expect(await said('fr-CA')).toMatch(/en pause.*terminé/)
  })

  test.each(Object.keys(steps).map((step) => [step as Step]))(
    '%s needs the version seen, and a stale one changes nothing',
    async (step) => {
      const { at, referral } = await having(step === 'accept' || step === 'reject' ? [] : ['accept'])
      const path = `/v1/referrals/${referral.id}/${step}`
      expect((await at.navigator.post(path, steps[step][1])).status).toBe(428)
      const stale: Problem = await take(at, step, { ...referral, version: referral.version + 1 })
      expect([stale.status, code(stale)]).toEqual([412, 'precondition-failed'])
      expect(await now(at, referral)).toEqual(referral)
    },
  )

  test('the day to look again is today or later', async () => {
    const { at, referral } = await having(['accept'])
    const path = `/v1/referrals/${referral.id}/hold`
    for (const [nextActionOn, fault] of [
      ['2026-11-20', 'past-date'],
      ['2026-02-30', 'date'],
      ['tomorrow', 'date'],
    ]) {
      const body = { reason: { code: 'away' }, nextActionOn }
      const answer: Problem = await at.navigator.post(path, body, { ifMatch: referral.version })
      expect([answer.status, faults(answer)]).toEqual([422, [`#/nextActionOn ${fault}`]])
    }
    const held = { reason: { code: 'other', words: 'With her sister.' }, nextActionOn: '2026-11-21' }
    const { body } = await at.navigator.post<Referral>(path, held, { ifMatch: referral.version })
    expect(body).toMatchObject({ statusReason: held.reason, nextActionOn: '2026-11-21' })
    expect((await take<Referral>(at, 'resume', body)).body.statusReason).toBeUndefined()
  })
})

describe('reasons', () => {
  test.each([
    ['reject', [], 'goals-met'],
    ['cancel', ['accept'], 'out-of-area'],
    ['fail', ['accept'], 'client-declined'],
    ['complete', ['accept'], 'unable-to-reach'],
    ['hold', ['accept'], 'moved'],
  ])('%s takes a code of its own list, and words with “other”', async (verb, path, foreign) => {
    const at = await centre()
    let { referral } = await withReferral(at)
    for (const step of path) {
      referral = await at.navigator.must('POST', `/v1/referrals/${referral.id}/${step}`, { ifMatch: referral.version })
    }
    const send = (reason: unknown): Promise<Problem> =>
      at.navigator.post(
        `/v1/referrals/${referral.id}/${verb}`,
        { reason, ...(verb === 'hold' && { nextActionOn: '2027-01-11' }) },
        { ifMatch: referral.version },
      )
    expect(faults(await send({ code: foreign }))).toEqual(['#/reason/code not-a-choice'])
    expect(faults(await send({ code: 'other', words: ' ' }))).toContain('#/reason/words empty')
    expect(faults(await send(undefined))).toEqual(['#/reason type'])
    if (verb !== 'complete') expect(faults(await send({ code: 'other' }))).toEqual(['#/reason/words other-needs-words'])
    expect(await now(at, referral)).toEqual(referral)
  })

  test('the event carries the code, never the words', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    const reason = { code: 'other', words: 'Asked for a xylophone.' }
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/reject`, { body: { reason }, ifMatch: 1 })
    expect(await now(at, referral)).toMatchObject({ statusReason: reason })
    const { items } = await at.navigator.must<{ items: Event[] }>('GET', `/v1/referrals/${referral.id}/timeline`)
    expect(items.at(-1)).toMatchObject({ type: 'referral.rejected', facts: { reason: 'other' } })
    expect(JSON.stringify(items)).not.toContain('xylophone')
  })
})

describe('who may', () => {
  test('a prescriber may cancel an own referral, and nobody else’s', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    const other = await at.person(['prescriber'])
    const body = { reason: { code: 'referrer-withdrew' } }
    const path = `/v1/referrals/${referral.id}/cancel`
    const refused: Problem = await other.post(path, body, { ifMatch: 1 })
    expect([refused.status, refused.body.permission]).toEqual([403, 'referrals:accept'])
    expect(await now(at, referral)).toEqual(referral)
    expect(await at.prescriber.post(path, body, { ifMatch: 1 })).toMatchObject({ status: 200 })
  })

  test('who lacks a permission is told which, before anything else is looked at', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    const path = `/v1/referrals/${referral.id}`
    const verbs = ['accept', 'reject', 'assign', 'start', 'hold', 'resume', 'complete', 'fail', 'retract']
    for (const verb of verbs) {
      const answer: Problem = await at.prescriber.post(`${path}/${verb}`, '{"broken', { ifMatch: 99 })
      expect([answer.status, answer.body.permission]).toEqual([403, `referrals:${verb}`])
    }
    const others: [Answer, string][] = [
      [await at.evaluator.post('/v1/referrals', {}), 'referrals:request'],
      [await at.admin.post(`${path}/cancel`, {}), 'referrals:cancel'],
      [await at.champion.get(path), 'referrals:read'],
      [await at.evaluator.get('/v1/referrals'), 'referrals:read'],
      [await at.admin.get(`${path}/timeline`), 'referrals:read'],
      [await at.evaluator.get(`${path}/messages`), 'messages:read'],
    ]
    for (const [{ status, body }, permission] of others) expect([status, body.permission]).toEqual([403, permission])
  })
})

test('two navigators accept at once: one wins, the other is told it changed', async () => {
  const at = await centre()
  const { referral } = await withReferral(at)
  const path = `/v1/referrals/${referral.id}`
  const answers = await Promise.all(
    [at.navigator, at.colleague].map((person) => person.post<Referral>(`${path}/accept`, undefined, { ifMatch: 1 })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  expect(await types(at, referral)).toEqual(['referral.requested', 'referral.accepted'])
})

describe('giving a referral to a navigator', () => {
  const assign = (at: TestCentre, { id, version }: Referral, navigator: string): Promise<Problem> =>
    at.navigator.post(`/v1/referrals/${id}/assign`, { navigator }, { ifMatch: version })

  test('one that nobody has taken waits on that navigator’s list', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    expect(await assign(at, referral, at.colleague.id)).toMatchObject({
      status: 200,
      body: { status: 'requested', navigator: at.colleague.id, version: 2 },
    })
    const today = await at.colleague.must<{ items: { subject: string }[] }>('GET', '/v1/tasks')
    expect(today.items.map(({ subject }) => subject)).toContain(referral.id)
  })

  test('open prescriptions and due follow-ups go along, what is over stays as it was', async () => {
    const at = await centre()
    const { client, referral } = await withCaseload(at)
    const propose = async (): Promise<Prescription> =>
      at.navigator.must('POST', `/v1/referrals/${referral.id}/prescriptions`, {
        body: { activity: (await withActivity(at)).id },
      })
    const step = (verb: string, { id, version }: Prescription, body: object): Promise<Prescription> =>
      at.navigator.must('POST', `/v1/prescriptions/${id}/${verb}`, { body, ifMatch: version })
    const proposed = await propose()
    const requested = await step('request', await propose(), {})
    const over = await step('cancel', await propose(), { reason: { code: 'client-declined' } })
    const ctx = at.context()
    const followUp = (phase: FollowUp['phase'], status: FollowUp['status']): FollowUp => ({
      id: `follow-up_${referral.id.slice('referral_'.length)}_${phase}`,
      version: 1,
      client: client.id,
      referral: referral.id,
      navigator: at.navigator.id,
      phase,
      dueOn: '2027-02-21',
      opensOn: '2027-02-07',
      closesOn: '2027-03-07',
      status,
    })
    const [due, done] = [followUp('3-months', 'due'), followUp('6-months', 'done')]
    for (const one of [due, done]) await ctx.store.commit([create(FollowUp, one, 'scheduled')])
    const answer = await assign(at, await now(at, referral), at.colleague.id)
    expect(answer.status).toBe(200)
    const kept = (id: string) => at.navigator.must<Prescription>('GET', `/v1/prescriptions/${id}`)
    expect(await kept(proposed.id)).toMatchObject({ navigator: at.colleague.id, version: proposed.version + 1 })
    expect(await kept(requested.id)).toMatchObject({ navigator: at.colleague.id, version: requested.version + 1 })
    expect(await kept(over.id)).toEqual(over)
    expect(await ctx.store.get(FollowUp, due.id)).toMatchObject({ navigator: at.colleague.id })
    expect(await ctx.store.get(FollowUp, done.id)).toEqual(done)
    expect(await types(at, referral)).toContain('referral.assigned')
  })

  test('a prescription that moves in the same instant fails nobody', async () => {
    const at = await centre()
    const { referral } = await withCaseload(at)
    const activity = await withActivity(at)
    const proposal = await at.navigator.must<Prescription>('POST', `/v1/referrals/${referral.id}/prescriptions`, {
      body: { activity: activity.id, supports: [] },
    })
    const before = await now(at, referral)
    const [assigned, changed] = await Promise.all([
      assign(at, before, at.colleague.id),
      at.navigator.patch(`/v1/prescriptions/${proposal.id}`, { noteToPartner: 'By the door.' }, { ifMatch: 1 }),
    ])
    expect(assigned.status).toBe(200)
    expect([200, 412]).toContain(changed.status)
  })

  test('only to an active navigator of this centre, and only while it is open', async () => {
    const [at, other] = [await centre(), await centre()]
    const { referral } = await withCaseload(at)
    for (const { id } of [at.prescriber, at.admin, other.navigator]) {
      const answer = await assign(at, referral, id)
      expect([answer.status, faults(answer)]).toEqual([422, ['#/navigator not-a-navigator']])
    }
    expect((await assign(at, { ...referral, version: 1 }, at.colleague.id)).status).toBe(412)
    const closed = await at.navigator.must<Referral>('POST', `/v1/referrals/${referral.id}/complete`, {
      body: { reason: { code: 'signposted' } },
      ifMatch: referral.version,
    })
    expect((await assign(at, closed, at.colleague.id)).status).toBe(409)
    expect(await now(at, referral)).toEqual(closed)
  })

  test('two hand it over at once: one wins, the other is told', async () => {
    const at = await centre()
    const { referral } = await withCaseload(at)
    const answers = await Promise.all([at.navigator, at.colleague].map(({ id }) => assign(at, referral, id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

describe('the message back', () => {
  const named = { given: 'Fern', family: 'Fiction', preferred: 'Fernie' }

  async function referred() {
    const at = await centre()
    const client = await withClient(at, { names: named, chartNumber: 'G-1042' })
    const referral = await at.prescriber.must<Referral>('POST', '/v1/referrals', {
      body: { client: client.id, source: 'nurse-practitioner', reasons: ['social-connection', 'stress'] },
    })
    return { at, client, referral }
  }

  test('at accepted: who, what for, by whom, when, in both languages', async () => {
    const { at, client, referral } = await referred()
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    const [message] = await messages(at, referral)
    const navigator = (await at.context().store.get(Staff, at.navigator.id)).name
    expect(message).toMatchObject({ moment: 'accepted', to: at.prescriber.id, referral: referral.id })
    expect(message?.text).toEqual({
      en: [
        'Rx: Community, Maple Test CHC, 2026-11-21',
        `Fernie Fiction, born ${client.birthDate}, chart G-1042`,
        'Referred for: social connection and stress.',
        `Your referral was accepted by ${navigator}, who will contact the client.`,
      ].join('\n'),
      fr: expect.stringMatching(
        /^Rx\u00a0: La communauté, CSC Érable d’essai, 2026-11-21\nFernie Fiction, .+\n.+ et .+\n.+$/,
      ),
    })
  })

  test('it goes on to the first contact, what was prescribed, and how it closed', async () => {
    const { at, referral } = await referred()
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/contacts`, {
      body: { channel: 'phone', result: 'reached' },
    })
    const activity = await withActivity(at)
    const proposal = await at.navigator.must<Prescription>('POST', `/v1/referrals/${referral.id}/prescriptions`, {
      body: { activity: activity.id },
    })
    await at.navigator.must('POST', `/v1/prescriptions/${proposal.id}/request`, { body: {}, ifMatch: 1 })
    const { version } = await now(at, referral)
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/complete`, {
      body: {
        reason: { code: 'goals-partly-met', words: 'Comes {navigator} $t(problem.internal.title) $& every week.' },
      },
      ifMatch: version,
    })
    const all = await messages(at, referral)
    expect(all.map(({ moment }) => moment)).toEqual(['accepted', 'first-contact', 'prescribed', 'closed'])
    expect(all[2]?.text.en).toContain(activity.name.en)
    expect(all[2]?.text.fr).toContain(activity.name.fr)
    expect(all[3]?.text.en).toContain('The referral is closed.\nReason: goals partly met.')
    expect(all[3]?.text.en).toContain('“Comes {navigator} $t(problem.internal.title) $& every week.”')
    expect(all[3]?.text.fr).toMatch(
      /«\u00a0Comes \{navigator\} \$t\(problem\.internal\.title\) \$& every week\.\u00a0»/,
    )
    for (const { text } of all) expect(`${text.en}${text.fr}`).not.toMatch(/undefined|message\.|code\./)
  })

  test.each([
    ['reject', [], 'unsuitable', 'declined', /^The referral does not go ahead\.\nReason: unsuitable\.$/m],
    ['cancel', ['accept'], 'client-declined', 'declined', /^Reason: the client said no\.$/m],
    ['cancel', ['accept'], 'client-withdrew', 'closed', /^The referral is closed\.\nReason: the client withdrew\.$/m],
    ['fail', ['accept'], 'unable-to-reach', 'unreachable', /^The client could not be reached/m],
    ['fail', ['accept'], 'moved', 'closed', /^Reason: moved away\.$/m],
    ['complete', ['accept'], 'signposted', 'closed', /^Reason: informed and directed\.$/m],
  ])('%s after %j for %s: %s', async (verb, path, reason, moment, words) => {
    const { at, referral } = await referred()
    let { version } = referral
    for (const step of path) {
      version = (
        await at.navigator.must<Referral>('POST', `/v1/referrals/${referral.id}/${step}`, { ifMatch: version })
      ).version
    }
    const body = { reason: { code: reason } }
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/${verb}`, { body, ifMatch: version })
    const message = (await messages(at, referral)).at(-1)
    expect(message?.moment).toBe(moment)
    expect(message?.text.en).toMatch(words)
    expect(message?.text.fr).toMatch(/\nMotif\u00a0: .+\.$/m)
  })

  test('the letter says neither who nor what, and goes to the prescriber in their language', async () => {
    const { at, client, referral } = await referred()
    const { store } = at.context()
    const staff = await store.get(Staff, at.prescriber.id)
    await store.commit([change(Staff, staff, { ...staff, version: 2, locale: 'fr' }, 'updated')])
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    const letters = (await settled(at)).filter(({ to }) => to === staff.email)
    expect(letters).toHaveLength(1)
    const [letter] = letters
    expect(letter?.subject).toMatch(/^Rx\u00a0: La communauté/)
    const said = JSON.stringify(letter)
    const secrets = [
      ...Object.values(named),
      client.birthDate,
      'G-1042',
      client.id,
      'stress',
      'social',
      'isol',
      'accept',
    ]
    for (const secret of secrets) expect(said.toLowerCase()).not.toContain(String(secret).toLowerCase())
    expect(letter?.text).toContain(`https://rx.test/referrals/${referral.id}`)
    expect((await messages(at, referral))[0]).toMatchObject({ status: 'sent' })
  })

  test('a prescriber reads what they heard, newest first, page by page, and nobody else’s', async () => {
    const at = await centre()
    const other = await at.person(['prescriber'])
    const made: string[] = []
    for (let n = 0; n < 3; n += 1) {
      const { referral } = await withReferral(at)
      await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
      made.push(referral.id)
    }
    const heard = await pages<Message>(at.prescriber, '/v1/messages')
    expect(heard.map(({ referral }) => referral)).toEqual(made.toReversed())
    expect(await pages<Message>(other, '/v1/messages')).toEqual([])
  })
})

async function pages<T>(caller: Caller, path: string): Promise<T[]> {
  const all: T[] = []
  let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}limit=2`
  while (next !== undefined) {
    const answer: Answer<{ items: T[]; nextCursor?: string }> = await caller.get(next)
    expect(answer.status).toBe(200)
    expect(answer.body.items.length).toBeLessThanOrEqual(2)
    all.push(...answer.body.items)
    const link: string | undefined = /^<(.+)>; rel="next"$/.exec(answer.headers.get('Link') ?? '')?.[1]
    expect(link !== undefined).toBe(answer.body.nextCursor !== undefined)
    next = link
  }
  return all
}

describe('lists', () => {
  const list = centre().then(async (at) => {
    const client = await withClient(at)
    const other = await at.person(['prescriber'])
    const made: Referral[] = []
    for (let n = 0; n < 5; n += 1) {
      const by = n < 3 ? at.prescriber : other
      const body = { client: client.id, source: 'nurse', reasons: ['stress'] }
      made.push(await by.must<Referral>('POST', '/v1/referrals', { body }))
      at.api.pass({ minutes: 1 })
    }
    const [first] = made
    await at.navigator.must('POST', `/v1/referrals/${first?.id}/accept`, { ifMatch: 1 })
    return { at, client, other, ids: made.map(({ id }) => id) }
  })

  test('of a client, oldest first', async () => {
    const { at, client, ids } = await list
    const found = await pages<Referral>(at.navigator, `/v1/referrals?client=${client.id}`)
    expect(found.map(({ id }) => id)).toEqual(ids)
  })

  test('of a prescriber, newest first', async () => {
    const { at, other, ids } = await list
    const found = (person: Caller) => pages<Referral>(at.navigator, `/v1/referrals?prescriber=${person.id}`)
    expect((await found(at.prescriber)).map(({ id }) => id)).toEqual(ids.slice(0, 3).toReversed())
    expect((await found(other)).map(({ id }) => id)).toEqual(ids.slice(3).toReversed())
  })

  test('in one status, longest waiting first; requested unless said', async () => {
    const { at, ids } = await list
    const waiting = await pages<Referral>(at.navigator, '/v1/referrals')
    expect(waiting.map(({ id }) => id)).toEqual(ids.slice(1))
    const accepted = await pages<Referral>(at.navigator, '/v1/referrals?status=accepted')
    expect(accepted.map(({ id }) => id)).toEqual(ids.slice(0, 1))
  })

  test('with the name that each client goes by, in one read for all', async () => {
    const at = await centre()
    const names = { given: 'Bertrand', preferred: 'Bert', family: 'Exemple' }
    const client = await withClient(at, { names })
    const body = { source: 'nurse', reasons: ['stress'] }
    for (let n = 0; n < 3; n += 1) {
      await at.prescriber.must('POST', '/v1/referrals', { body: { ...body, client: client.id } })
    }
    await withReferral(at)
    const rows = () =>
      at.prescriber.must<{ items: ReferralRow[] }>('GET', `/v1/referrals?prescriber=${at.prescriber.id}`)
    expect((await rows()).items.map(({ clientName }) => clientName)).toEqual([
      'Fern Fiction',
      ...Array(3).fill('Bert Exemple'),
    ])
    const sent = await commandsOf(at, rows)
    expect(sent.filter(({ command }) => command.startsWith('BatchGet'))).toHaveLength(1)
    const { id } = (await rows()).items[0] ?? {}
    expect(await at.prescriber.must('GET', `/v1/referrals/${id}`)).not.toHaveProperty('clientName')
  })

  test('by one of these at a time', async () => {
    const { at, client } = await list
    const answer: Problem = await at.navigator.get(`/v1/referrals?client=${client.id}&status=accepted`)
    expect([answer.status, faults(answer)]).toEqual([422, ['/query list-one-way']])
  })

  test('a cursor of one list is refused by another, by the other centre’s too', async () => {
    const { at, client } = await list
    const other = await centre()
    const { nextCursor } = await at.navigator.must<{ nextCursor: string }>(
      'GET',
      `/v1/referrals?client=${client.id}&limit=2`,
    )
    const paths = ['/v1/referrals?', '/v1/referrals?status=accepted&', `/v1/clients/${client.id}/timeline?`]
    for (const path of paths) {
      const answer: Problem = await at.navigator.get(`${path}cursor=${nextCursor}`)
      expect([path, answer.status, faults(answer)]).toEqual([path, 422, ['/query/cursor foreign-cursor']])
    }
    const foreign = await other.navigator.get(`/v1/referrals?client=${client.id}&cursor=${nextCursor}`)
    expect(foreign.status).toBe(422)
  })

  test('another centre’s client or prescriber is a list of nothing', async () => {
    const { client, at } = await list
    const other = await centre()
    for (const by of [`client=${client.id}`, `prescriber=${at.prescriber.id}`]) {
      expect((await other.navigator.get(`/v1/referrals?${by}`)).body).toEqual({ items: [] })
    }
  })
})

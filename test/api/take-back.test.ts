import { describe, expect, test } from 'vitest'
import { Places } from '../../shared/activities/schema.ts'
import type { Event } from '../../shared/db/event.ts'
import { fold } from '../../shared/insights/fold.ts'
import { emptyMonth } from '../../shared/insights/schema.ts'
import { Message } from '../../shared/messages/schema.ts'
import { sendNotice } from '../../shared/messages/send.ts'
import type { FollowUp } from '../../shared/outcomes/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { handOff } from '../../shared/tasks/hand-off.ts'
import type { HandOff, Task } from '../../shared/tasks/schema.ts'
import type { Answer, Caller } from '../support/caller.ts'
import { centre, type TestCentre, withCaseload, withClient, withReferral } from '../support/centre.ts'
import { withActivity, withPartner, withProposal, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

type Problem = Answer<{ type: string; detail: string; allowed?: string[] }>
type Stepped = { readonly id: string; readonly version: number }

const code = ({ body }: Problem) => body.type.replace('urn:rx-community:problem:', '')
const said = (answer: Problem) => [answer.status, code(answer)]

/** All but what every write changes. */
const standing = ({ version: _, formerly: __, ...rest }: Referral | Prescription) => rest

const pathOf = ({ id }: { id: string }) => `/v1/${id.slice(0, id.indexOf('_'))}s/${id}`
const now = <T>(at: TestCentre, thing: { id: string }) => at.navigator.must<T>('GET', pathOf(thing))

function step<T extends Stepped>(by: Caller, verb: string, thing: T, body?: unknown): Promise<T> {
  return by.must<T>('POST', `${pathOf(thing)}/${verb}`, { body, ifMatch: thing.version })
}

function takeBack<T>(by: Caller, thing: Stepped): Promise<Answer<T>> {
  return by.post<T>(`${pathOf(thing)}/take-back`, undefined, { ifMatch: thing.version })
}

const refused = (by: Caller, thing: Stepped): Promise<Problem> => takeBack(by, thing)

const timeline = async (at: TestCentre, thing: { id: string }) =>
  (await at.navigator.must<{ items: Event[] }>('GET', `${pathOf(thing)}/timeline`)).items

const month = async (at: TestCentre, referral: Referral) =>
  (await timeline(at, referral)).reduce(fold, emptyMonth(referral.requestedAt.slice(0, 7)))

const messages = async (at: TestCentre, { id }: { id: string }) =>
  (await at.prescriber.must<{ items: Message[] }>('GET', `/v1/referrals/${id}/messages`)).items

const tasks = async (by: Caller, assignee = 'me') =>
  (await by.must<{ items: Task[] }>('GET', `/v1/tasks?assignee=${assignee}`)).items

const hold = { reason: { code: 'away' }, nextActionOn: '2027-01-11' }

describe('a referral', () => {
  test('that was claimed by mistake waits where it waited, and nobody hears of it any more', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    const accepted = await step(at.navigator, 'accept', referral)
    expect((await messages(at, referral)).map(({ moment }) => moment)).toEqual(['accepted'])
    const [told] = await messages(at, referral)

    const { status, body } = await takeBack<Referral>(at.navigator, accepted)
    expect([status, body]).toEqual([200, { ...referral, version: 3 }])
    expect(await now(at, referral)).toEqual(body)
    expect((await timeline(at, referral)).map(({ type }) => type)).toEqual([
      'referral.requested',
      'referral.accepted',
      'referral.taken-back',
    ])
    expect((await tasks(at.navigator)).map(({ subject }) => subject)).toEqual([])
    expect((await tasks(at.navigator, 'unassigned')).map(({ subject }) => subject)).toEqual([referral.id])

    expect(await messages(at, referral)).toEqual([])
    expect((await at.prescriber.must<{ items: Message[] }>('GET', '/v1/messages')).items).toEqual([])
    await settled(at)
    const { store } = at.context()
    expect(await store.get(Message, told?.id ?? '')).toMatchObject({ status: 'taken-back' })
    const posted: unknown[] = []
    const means = { publicUrl: 'https://rx.test', post: async (letter: unknown) => void posted.push(letter) }
    await sendNotice(at.context(), told?.id ?? '', means)
    expect(posted).toEqual([])

    const again = await step(at.colleague, 'accept', body)
    expect(again).toMatchObject({ status: 'accepted', navigator: at.colleague.id })
    expect((await messages(at, referral)).map(({ moment }) => moment)).toEqual(['accepted'])
  })

  test.each([
    [['accept', 'start']],
    [['accept', 'hold', 'resume']],
    [['assign']],
    [['assign', 'accept']],
    [['accept', 'assign']],
    [['accept', 'start', 'assign']],
    [['accept', 'hold', 'assign']],
  ])('after %j stands as it stood before the last of them, in the figures too', async (path) => {
    const at = await centre()
    let { referral } = await withReferral(at)
    let before = referral
    let figures = await month(at, referral)
    for (const verb of path) {
      const bodies: Record<string, unknown> = { hold, assign: { navigator: at.colleague.id } }
      before = referral
      figures = await month(at, referral)
      referral = await step(at.navigator, verb, referral, bodies[verb])
    }
    const { body } = await takeBack<Referral>(at.navigator, referral)
    expect(standing(body)).toEqual(standing(before))
    expect(body).not.toHaveProperty('formerly')
    expect(body.version).toBe(referral.version + 1)
    expect(await now(at, referral)).toEqual(body)
    expect(await month(at, referral)).toEqual(figures)
    expect((await timeline(at, referral)).at(-1)).toMatchObject({
      type: 'referral.taken-back',
      facts: { from: referral.status, to: before.status },
    })
  })

  test('that was given away comes back with what went along', async () => {
    const at = await centre({ settings: { measures: ['ucla-3'] } })
    const proposal = await withProposal(at, await withActivity(at))
    const answers = { companionship: 2, 'left-out': 2, isolated: 1 }
    await at.navigator.must('POST', `/v1/referrals/${proposal.referral}/outcomes`, {
      body: { instrument: 'ucla-3', mode: 'self', phase: 'baseline', answers },
    })
    const before = await now<Referral>(at, { id: proposal.referral })
    const theirs = async () => {
      const { items } = await at.navigator.must<{ items: FollowUp[] }>('GET', `${pathOf(before)}/follow-ups`)
      return [await now<Prescription>(at, proposal), ...items].map(({ navigator }) => navigator)
    }
    expect(new Set(await theirs())).toEqual(new Set([at.navigator.id]))
    const assigned = await step(at.navigator, 'assign', before, { navigator: at.colleague.id })
    expect(new Set(await theirs())).toEqual(new Set([at.colleague.id]))
    expect((await takeBack(at.navigator, assigned)).status).toBe(200)
    expect(new Set(await theirs())).toEqual(new Set([at.navigator.id]))
    expect(await tasks(at.colleague)).toEqual([])
  })

  test('keeps a step that somebody else took, and says what is possible instead', async () => {
    const at = await centre()
    const { referral } = await withCaseload(at)
    const answer = await refused(at.colleague, referral)
    expect(said(answer)).toEqual([409, 'step-of-somebody-else'])
    expect(answer.body.allowed).toEqual([
      'in-progress',
      'on-hold',
      'completed',
      'cancelled',
      'failed',
      'entered-in-error',
    ])
    expect(answer.body.detail).toContain('Possible now: in progress, on hold, completed')
    expect(await now(at, referral)).toEqual(referral)
  })

  test('keeps a step of more than ten minutes ago', async () => {
    const at = await centre()
    const [early, late] = [await withCaseload(at), await withCaseload(at)]
    at.api.pass({ minutes: 9 })
    expect((await takeBack(at.navigator, early.referral)).status).toBe(200)
    at.api.pass({ minutes: 2 })
    expect(said(await refused(at.navigator, late.referral))).toEqual([409, 'too-late-to-take-back'])
    expect(await now(at, late.referral)).toEqual(late.referral)
  })

  test('has nothing to take back when it is new, nor after a step with a reason, nor twice', async () => {
    const at = await centre()
    const { referral } = await withReferral(at)
    expect(said(await refused(at.navigator, referral))).toEqual([409, 'nothing-to-take-back'])
    const accepted = await step(at.navigator, 'accept', referral)
    const held = await step(at.navigator, 'hold', accepted, hold)
    expect(said(await refused(at.navigator, held))).toEqual([409, 'nothing-to-take-back'])
    const resumed = await step(at.navigator, 'resume', held)
    const { body } = await takeBack<Referral>(at.navigator, resumed)
    expect(body).toMatchObject({ status: 'on-hold', statusReason: { code: 'away' }, nextActionOn: '2027-01-11' })
    expect(said(await refused(at.navigator, body))).toEqual([409, 'nothing-to-take-back'])
  })

  test('keeps a step that something followed', async () => {
    const at = await centre()
    const contact = { channel: 'phone', result: 'no-answer' }
    const { referral } = await withCaseload(at)
    await at.navigator.must('POST', `${pathOf(referral)}/contacts`, { body: contact })
    expect(said(await refused(at.navigator, referral))).toEqual([412, 'precondition-failed'])
    expect(said(await refused(at.navigator, await now(at, referral)))).toEqual([409, 'nothing-to-take-back'])
  })

  test('keeps a step that something rests on which leaves the referral itself as it is', async () => {
    const at = await centre()
    const [first, second] = [await withCaseload(at), await withCaseload(at)]
    await at.navigator.must('POST', `${pathOf(first.referral)}/goals`, { body: { words: 'Sing with others again' } })
    const started = await step(at.navigator, 'start', second.referral)
    const { id: activity } = await withActivity(at)
    await at.navigator.must('POST', `${pathOf(started)}/prescriptions`, { body: { activity } })
    for (const referral of [first.referral, started]) {
      expect(said(await refused(at.navigator, referral))).toEqual([412, 'precondition-failed'])
      expect(await now(at, referral)).toEqual(referral)
    }
  })

  test('goes back once, however often it is asked at once; a repeated request has one answer', async () => {
    const at = await centre()
    const [one, other] = [await withCaseload(at), await withCaseload(at)]
    const both = await Promise.all([takeBack(at.navigator, one.referral), takeBack(at.navigator, one.referral)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const sent = { ifMatch: other.referral.version, headers: { 'Idempotency-Key': 'back' } }
    const path = `${pathOf(other.referral)}/take-back`
    const first = await at.navigator.post(path, undefined, sent)
    expect((await at.navigator.post(path, undefined, sent)).body).toEqual(first.body)
  })

  test('is not there for somebody from whom the client withholds it', async () => {
    const at = await centre()
    const { referral } = await withCaseload(at)
    await at.colleague.must('POST', `/v1/clients/${referral.client}/directives`, {
      body: { scope: { kind: 'entry', entry: referral.id }, against: { kind: 'person', staff: at.navigator.id } },
    })
    expect(said(await refused(at.navigator, referral))).toEqual([404, 'not-found'])
  })
})

describe('a prescription', () => {
  const answer = (at: TestCentre, prescription: Prescription, given: string) =>
    step(at.navigator, 'answer', prescription, { answer: given })
  const line = async (at: TestCentre, activity: { id: string }) => {
    const places = await at.context().store.get(Places, activity.id)
    return { taken: places.taken, waiting: places.waiting.map(({ prescription }) => prescription) }
  }

  test.each([[['accept']], [['waitlist']], [['waitlist', 'accept']], [['accept', 'start']]])(
    'after %j stands as it stood before the last of them, and so do the places',
    async (path) => {
      const at = await centre()
      const activity = await withActivity(at, { capacity: 1 })
      let prescription = await withRequest(at, activity)
      let [before, places] = [prescription, await line(at, activity)]
      for (const verb of path) {
        ;[before, places] = [prescription, await line(at, activity)]
        const isAnswer = verb !== 'start'
        prescription = isAnswer ? await answer(at, prescription, verb) : await step(at.navigator, verb, prescription)
      }
      const { status, body } = await takeBack<Prescription>(at.navigator, prescription)
      expect(status).toBe(200)
      expect(standing(body)).toEqual(standing(before))
      expect(await now(at, prescription)).toEqual(body)
      expect(await line(at, activity)).toEqual(places)
      expect((await timeline(at, prescription)).at(-1)).toMatchObject({
        type: 'prescription.taken-back',
        facts: { activity: activity.id, from: prescription.status, to: before.status },
      })
    },
  )

  test('whose place somebody else has by now stays on the waiting list', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    const holder = await withRequest(at, activity)
    const first = await withRequest(at, activity, true)
    const waiting = await answer(at, holder, 'waitlist')
    await answer(at, first, 'accept')
    const taken = await line(at, activity)
    const gone = await refused(at.navigator, waiting)
    expect(said(gone)).toEqual([409, 'place-gone'])
    expect(gone.body.detail).toContain('stays on the waiting list')
    expect(await now(at, waiting)).toEqual(waiting)
    expect(await line(at, activity)).toEqual(taken)
  })

  test('that waited stands in the line where it stood, in whatever order answers are taken back; nobody moves up', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 2 })
    const holders = [await withRequest(at, activity), await withRequest(at, activity)]
    const waiting = [await withRequest(at, activity, true), await withRequest(at, activity, true)]
    for (const holder of holders) await answer(at, holder, 'waitlist')
    const before = await line(at, activity)
    expect(before).toEqual({ taken: 0, waiting: [...waiting, ...holders].map(({ id }) => id) })
    for (const order of [(two: Prescription[]) => two, (two: Prescription[]) => two.toReversed()]) {
      const accepted: Prescription[] = []
      for (const one of waiting) accepted.push(await answer(at, await now(at, one), 'accept'))
      for (const one of order(accepted)) expect((await takeBack(at.navigator, one)).status).toBe(200)
      await settled(at)
      expect(await line(at, activity)).toEqual(before)
    }
  })

  test('keeps what the partner answered itself, and what was answered with a reason', async () => {
    const at = await centre()
    const partner = await withPartner(at)
    const activity = await withActivity(at, { partner: partner.id })
    const [proposal, rejected] = [await withProposal(at, activity), await withRequest(at, await withActivity(at))]
    await at.navigator.must('POST', `/v1/clients/${proposal.client}/consents`, {
      body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
    })
    const asked = await step(at.navigator, 'request', proposal, {})
    await partner.caller.must('POST', `/v1/partner/prescriptions/${asked.id}/answer`, {
      body: { answer: 'accept' },
      ifMatch: asked.version,
    })
    await step(at.navigator, 'answer', rejected, { answer: 'reject', reason: { code: 'no-capacity' } })
    for (const { id } of [asked, rejected]) {
      const stands = await now<Prescription>(at, { id })
      expect(said(await refused(at.navigator, stands))).toEqual([409, 'nothing-to-take-back'])
    }
  })

  test('that began and was attended has begun', async () => {
    const at = await centre()
    const activity = await withActivity(at)
    const accepted = await answer(at, await withRequest(at, activity), 'accept')
    const started = await step(at.navigator, 'start', accepted)
    await at.navigator.must('PUT', `/v1/activities/${activity.id}/sessions/2026-11-17/attendances`, {
      body: { attendances: [{ prescription: started.id, result: 'attended' }] },
    })
    expect(said(await refused(at.navigator, started))).toEqual([412, 'precondition-failed'])
  })
})

describe('a prescription entered in error', () => {
  const retract = (at: TestCentre, prescription: Prescription) =>
    step(at.navigator, 'retract', prescription, { words: 'Undone.' })

  test('at once leaves the figures, the next task and what the prescriber hears as they were', async () => {
    const at = await centre()
    const proposal = await withProposal(at, await withActivity(at))
    const before = await now<Referral>(at, { id: proposal.referral })
    const figures = await month(at, before)
    const asked = await step(at.navigator, 'request', proposal, {})
    expect((await month(at, before)).milestones.prescribed).toBe(1)
    await retract(at, asked)
    expect(await month(at, before)).toEqual(figures)
    expect(standing(await now<Referral>(at, before))).toEqual(standing(before))
    expect((await messages(at, before)).map(({ moment }) => moment)).toEqual(['accepted'])
  })

  test('passes the milestone on to the next that was asked for; what was told long ago stays told', async () => {
    const at = await centre()
    const first = await withRequest(at, await withActivity(at))
    at.api.pass({ days: 3 })
    const { id: activity } = await withActivity(at)
    const referral = { id: first.referral }
    const proposal = await at.navigator.must<Prescription>('POST', `${pathOf(referral)}/prescriptions`, {
      body: { activity },
    })
    const second = await step(at.navigator, 'request', proposal, {})
    await retract(at, first)
    const after = await now<Referral>(at, referral)
    expect(after.prescribedAt).toBe(second.requestedAt)
    expect(await month(at, after)).toMatchObject({ milestones: { prescribed: 1 }, daysToPrescription: { 3: 1 } })
    expect((await messages(at, after)).map(({ moment }) => moment)).toEqual(['accepted', 'prescribed', 'prescribed'])
    await retract(at, second)
    expect((await month(at, after)).milestones).not.toHaveProperty('prescribed')
    expect(await now(at, referral)).not.toHaveProperty('prescribedAt')
  })
})

test('a hand-off that was ticked off by mistake is on its list again, with what was noted', async () => {
  const at = await centre()
  const client = await withClient(at)
  const ctx = at.context()
  const raised = await handOff(ctx, { client: client.id, cause: 'phq-2', assignee: at.prescriber.id })
  const { id } = await ctx.store.commit([raised])
  const path = `/v1/hand-offs/${id}`
  expect(await at.prescriber.post(`${path}/take-back`, undefined, { ifMatch: 1 })).toMatchObject({
    status: 409,
    body: { type: 'urn:rx-community:problem:nothing-to-take-back' },
  })
  await at.prescriber.must('POST', `${path}/complete`, { body: { note: 'Rang her.' }, ifMatch: 1 })
  expect(await tasks(at.prescriber)).toEqual([])
  expect(await at.navigator.post(`${path}/take-back`, undefined, { ifMatch: 2 })).toMatchObject({
    status: 409,
    body: { type: 'urn:rx-community:problem:step-of-somebody-else' },
  })
  const back = await at.prescriber.must<HandOff>('POST', `${path}/take-back`, { ifMatch: 2 })
  expect(back).toEqual({ ...raised.after, version: 3, note: 'Rang her.' })
  expect((await tasks(at.prescriber)).map(({ subject }) => subject)).toEqual([id])
  await at.prescriber.must('POST', `${path}/complete`, { body: {}, ifMatch: 3 })
  at.api.pass({ minutes: 11 })
  expect(await at.prescriber.post(`${path}/take-back`, undefined, { ifMatch: 4 })).toMatchObject({
    status: 409,
    body: { type: 'urn:rx-community:problem:too-late-to-take-back' },
  })
})

import { describe, expect, test } from 'vitest'
import type { Activity } from '../../shared/activities/schema.ts'
import type { Consent } from '../../shared/consents/schema.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { centre, withCaseload, withReferral } from '../support/centre.ts'
import { withActivity, withPartner, withProposal, withRequest } from '../support/loop.ts'
import { settled } from '../support/settled.ts'

interface Problem {
  readonly type: string
  readonly detail: string
}
const problem = (code: string) => ({ type: `urn:rx-community:problem:${code}` })

describe('proposing', () => {
  test('an activity goes on the plan, and work on the referral begins', async () => {
    const at = await centre()
    const activity = await withActivity(at)
    const { referral } = await withCaseload(at)
    const { status, body } = await at.navigator.post<Prescription>(`/v1/referrals/${referral.id}/prescriptions`, {
      activity: activity.id,
      supports: [{ code: 'transport', arranged: true }],
    })
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { status: 'proposed', activityName: activity.name, client: referral.client },
    })
    const { body: after } = await at.navigator.get(`/v1/referrals/${referral.id}`)
    expect(after).toMatchObject({ status: 'in-progress' })
  })

  test('a referral that nobody has taken, a closed activity and another centre’s activity are refused', async () => {
    const at = await centre()
    const [elsewhere, closed] = [await withActivity(await centre()), await withActivity(at, { status: 'closed' })]
    const { referral } = await withReferral(at)
    const path = `/v1/referrals/${referral.id}/prescriptions`
    const waiting = await at.navigator.post(path, { activity: closed.id })
    expect(waiting).toMatchObject({ status: 409, body: problem('referral-not-open') })
    await at.navigator.must('POST', `/v1/referrals/${referral.id}/accept`, { ifMatch: 1 })
    expect(await at.navigator.post(path, { activity: closed.id })).toMatchObject({
      status: 409,
      body: problem('activity-closed'),
    })
    expect(await at.navigator.post(path, { activity: elsewhere.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '#/activity', code: 'unknown-activity' }] },
    })
  })
})

describe('asking the organiser', () => {
  test('the prescriber hears what was chosen, in both languages', async () => {
    const at = await centre()
    const activity = await withActivity(at)
    const prescription = await withRequest(at, activity)
    expect(prescription).toMatchObject({ status: 'requested', nextActionOn: '2026-12-05' })
    const { body } = await at.prescriber.get<{ items: { moment: string; text: { en: string; fr: string } }[] }>(
      `/v1/referrals/${prescription.referral}/messages`,
    )
    expect(body.items.map(({ moment }) => moment)).toEqual(['accepted', 'prescribed'])
    expect(body.items[1]?.text.en).toContain(activity.name.en)
    expect(body.items[1]?.text.fr).toContain('ont choisi ensemble\u00a0: Ukulélé')
  })

  test('an outside partner is asked only with the client’s consent', async () => {
    const at = await centre()
    const partner = await withPartner(at)
    const proposal = await withProposal(at, await withActivity(at, { partner: partner.id }))
    const request = () =>
      at.navigator.post<Prescription & Problem>(`/v1/prescriptions/${proposal.id}/request`, {}, { ifMatch: 1 })
    expect(await request()).toMatchObject({ status: 409, body: problem('consent-missing') })
    expect((await partner.caller.get<{ items: unknown[] }>('/v1/partner/prescriptions')).body.items).toEqual([])
    await at.navigator.must('POST', `/v1/clients/${proposal.client}/consents`, {
      body: { scope: { kind: 'share', partner: partner.id }, how: 'spoken' },
    })
    expect(await request()).toMatchObject({ status: 200, body: { status: 'requested' } })
    const inbox = await partner.caller.get<{ items: { id: string }[] }>('/v1/partner/prescriptions')
    expect(inbox.body.items.map(({ id }) => id)).toEqual([proposal.id])
  })

  test('a consent for another prescription, or a withdrawn one, does not count', async () => {
    const at = await centre()
    const partner = await withPartner(at)
    const activity = await withActivity(at, { partner: partner.id })
    const [proposal, other] = [await withProposal(at, activity), await withProposal(at, activity)]
    const scope = { kind: 'share', partner: partner.id }
    const foreign = await at.navigator.post(`/v1/clients/${proposal.client}/consents`, {
      scope: { ...scope, prescription: other.id },
      how: 'spoken',
    })
    expect(foreign).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown-prescription' }] } })
    const consent = await at.navigator.must<Consent>('POST', `/v1/clients/${proposal.client}/consents`, {
      body: { scope, how: 'written' },
    })
    await at.navigator.must('POST', `/v1/consents/${consent.id}/withdraw`, { ifMatch: 1 })
    expect(await at.navigator.post(`/v1/prescriptions/${proposal.id}/request`, {}, { ifMatch: 1 })).toMatchObject({
      status: 409,
      body: problem('consent-missing'),
    })
  })

  test('a closed activity and one that takes nobody in are refused', async () => {
    const at = await centre()
    const full = await withProposal(at, await withActivity(at, { admission: 'no-capacity' }))
    expect(await at.navigator.post(`/v1/prescriptions/${full.id}/request`, {}, { ifMatch: 1 })).toMatchObject({
      status: 409,
      body: problem('no-admission'),
    })
    expect(
      await at.navigator.post(`/v1/prescriptions/${full.id}/request`, { waitlist: true }, { ifMatch: 1 }),
    ).toMatchObject({ status: 200, body: { status: 'on-hold' } })
  })
})

describe('places', () => {
  test('two people at once cannot have the last place', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    const proposals = [await withProposal(at, activity), await withProposal(at, activity)]
    const answers = await Promise.all(
      proposals.map(({ id }, n) =>
        (n === 0 ? at.navigator : at.colleague).post<Problem>(`/v1/prescriptions/${id}/request`, {}, { ifMatch: 1 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject(problem('activity-full'))
  })

  test('ten people at once for three places: three get one', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 3 })
    const proposals = await Promise.all(Array.from({ length: 10 }, () => withProposal(at, activity)))
    const answers = await Promise.all(
      proposals.map(({ id }) => at.navigator.post(`/v1/prescriptions/${id}/request`, {}, { ifMatch: 1 })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  })

  test('a freed place goes to whoever has waited longest, once', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    const holder = await withRequest(at, activity)
    const first = await withRequest(at, activity, true)
    const second = await withRequest(at, activity, true)
    expect([first.status, second.status]).toEqual(['on-hold', 'on-hold'])
    await at.navigator.must('POST', `/v1/prescriptions/${holder.id}/cancel`, {
      body: { reason: { code: 'client-withdrew' } },
      ifMatch: holder.version,
    })
    await settled(at)
    const now = async ({ id }: Prescription) => at.navigator.must<Prescription>('GET', `/v1/prescriptions/${id}`)
    expect(await now(first)).toMatchObject({ status: 'accepted' })
    expect(await now(second)).toMatchObject({ status: 'on-hold' })
    const { body } = await at.navigator.get<{ items: { type: string }[] }>(`/v1/prescriptions/${first.id}/timeline`)
    expect(body.items.filter(({ type }) => type === 'prescription.accepted')).toHaveLength(1)
  })

  test('a place that is free while others wait is not for somebody new', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    const holder = await withRequest(at, activity)
    await withRequest(at, activity, true)
    const late = await withProposal(at, activity)
    await at.navigator.must('POST', `/v1/prescriptions/${holder.id}/answer`, {
      body: { answer: 'reject', reason: { code: 'unsuitable' } },
      ifMatch: holder.version,
    })
    expect(await at.navigator.post(`/v1/prescriptions/${late.id}/request`, {}, { ifMatch: 1 })).toMatchObject({
      status: 409,
      body: problem('activity-full'),
    })
  })

  test('leaving the line lets the next one up', async () => {
    const at = await centre()
    const activity = await withActivity(at, { capacity: 1 })
    const holder = await withRequest(at, activity)
    const [first, second] = [await withRequest(at, activity, true), await withRequest(at, activity, true)]
    await at.navigator.must('POST', `/v1/prescriptions/${first.id}/cancel`, {
      body: { reason: { code: 'needs-changed' } },
      ifMatch: first.version,
    })
    await at.navigator.must('POST', `/v1/prescriptions/${holder.id}/retract`, {
      body: { words: 'The wrong group.' },
      ifMatch: holder.version,
    })
    await settled(at)
    expect(await at.navigator.must('GET', `/v1/prescriptions/${second.id}`)).toMatchObject({ status: 'accepted' })
  })

  test('another centre’s client waits in the same line', async () => {
    const [at, other] = [await centre(), await centre()]
    const activity = await withActivity(at, { capacity: 1, visibility: { kind: 'shared', centres: [other.id] } })
    const holder = await withRequest(at, activity)
    const waiting = await withRequest(other, activity, true)
    await at.navigator.must('POST', `/v1/prescriptions/${holder.id}/cancel`, {
      body: { reason: { code: 'client-declined' } },
      ifMatch: holder.version,
    })
    await settled(at)
    expect(await other.navigator.must('GET', `/v1/prescriptions/${waiting.id}`)).toMatchObject({ status: 'accepted' })
    expect((await at.navigator.get(`/v1/prescriptions/${waiting.id}`)).status).toBe(404)
  })
})

describe('every step of the status machine', () => {
  const activityOf = async (at: Awaited<ReturnType<typeof centre>>): Promise<Activity> => withActivity(at)
  const steps = {
    accept: ['answer', { answer: 'accept' }],
    reject: ['answer', { answer: 'reject', reason: { code: 'no-capacity' } }],
    waitlist: ['answer', { answer: 'waitlist' }],
    start: ['start', undefined],
    complete: ['complete', { reason: { code: 'goals-met' } }],
    cancel: ['cancel', { reason: { code: 'client-declined' } }],
    fail: ['fail', { reason: { code: 'did-not-attend' } }],
    request: ['request', {}],
    retract: ['retract', { words: 'Twice on file.' }],
  } as const
  type Step = keyof typeof steps

  const paths: [Step[], string][] = [
    [['request'], 'requested'],
    [['cancel'], 'cancelled'],
    [['request', 'accept'], 'accepted'],
    [['request', 'reject'], 'rejected'],
    [['request', 'waitlist'], 'on-hold'],
    [['request', 'cancel'], 'cancelled'],
    [['request', 'waitlist', 'accept'], 'accepted'],
    [['request', 'waitlist', 'reject'], 'rejected'],
    [['request', 'waitlist', 'cancel'], 'cancelled'],
    [['request', 'accept', 'start'], 'in-progress'],
    [['request', 'accept', 'complete'], 'completed'],
    [['request', 'accept', 'cancel'], 'cancelled'],
    [['request', 'accept', 'fail'], 'failed'],
    [['request', 'accept', 'start', 'complete'], 'completed'],
    [['request', 'accept', 'start', 'cancel'], 'cancelled'],
    [['request', 'accept', 'start', 'fail'], 'failed'],
    [['request', 'accept', 'start', 'complete', 'retract'], 'entered-in-error'],
  ]

  test.each(paths)('%j leads to %s', async (path, status) => {
    const at = await centre()
    let now = await withProposal(at, await activityOf(at))
    for (const step of path) {
      const [verb, body] = steps[step]
      now = await at.navigator.must('POST', `/v1/prescriptions/${now.id}/${verb}`, { body, ifMatch: now.version })
    }
    expect(now).toMatchObject({ status, version: path.length + 1 })
  })

  const refused: [Step[], Step][] = [
    [[], 'accept'],
    [[], 'start'],
    [[], 'fail'],
    [['request'], 'request'],
    [['request'], 'start'],
    [['request'], 'complete'],
    [['request', 'accept'], 'accept'],
    [['request', 'accept'], 'reject'],
    [['request', 'reject'], 'accept'],
    [['cancel'], 'request'],
    [['retract'], 'retract'],
  ]

  test.each(refused)('after %j, %s is refused and changes nothing', async (path, last) => {
    const at = await centre()
    let now = await withProposal(at, await activityOf(at))
    for (const step of path) {
      const [verb, body] = steps[step]
      now = await at.navigator.must('POST', `/v1/prescriptions/${now.id}/${verb}`, { body, ifMatch: now.version })
    }
    const [verb, body] = steps[last]
    const answer = await at.navigator.post(`/v1/prescriptions/${now.id}/${verb}`, body, { ifMatch: now.version })
    expect(answer).toMatchObject({ status: 409, body: problem('invalid-transition') })
    expect(await at.navigator.must('GET', `/v1/prescriptions/${now.id}`)).toEqual(now)
  })
})

test('a reason “other” needs words', async () => {
  const at = await centre()
  const proposal = await withProposal(at, await withActivity(at))
  const path = `/v1/prescriptions/${proposal.id}/cancel`
  expect(await at.navigator.post(path, { reason: { code: 'other' } }, { ifMatch: 1 })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '#/reason/words', code: 'other-needs-words' }] },
  })
})

test('supports are arranged as long as the prescription goes on', async () => {
  const at = await centre()
  const proposal = await withProposal(at, await withActivity(at))
  const path = `/v1/prescriptions/${proposal.id}`
  const changed = await at.navigator.patch<Prescription>(
    path,
    { supports: [{ code: 'companion', arranged: true }] },
    { ifMatch: 1 },
  )
  expect(changed.body.supports).toEqual([{ code: 'companion', arranged: true }])
  await at.navigator.must('POST', `${path}/cancel`, { body: { reason: { code: 'client-declined' } }, ifMatch: 2 })
  expect(await at.navigator.patch(path, { supports: [] }, { ifMatch: 3 })).toMatchObject({
    status: 409,
    body: problem('prescription-over'),
  })
})

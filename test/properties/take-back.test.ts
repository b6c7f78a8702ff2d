import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Places } from '../../shared/activities/schema.ts'
import { Conflict } from '../../shared/core/errors.ts'
import type { Event } from '../../shared/db/event.ts'
import { fold } from '../../shared/insights/fold.ts'
import { emptyMonth } from '../../shared/insights/schema.ts'
import type { Message } from '../../shared/messages/schema.ts'
import { movePlaces, movePlacesBack, noPlaces } from '../../shared/prescriptions/places.ts'
import type { Prescription } from '../../shared/prescriptions/schema.ts'
import { type PrescriptionStatus, prescriptionTransitions } from '../../shared/prescriptions/status.ts'
import type { Referral } from '../../shared/referrals/schema.ts'
import { centre, type TestCentre, withReferral } from '../support/centre.ts'
import { withActivity, withRequest } from '../support/loop.ts'

/** What may be taken back, and what stands between such steps. */
const referralSteps = ['accept', 'assign', 'start', 'resume', 'hold', 'contact'] as const
const prescriptionSteps = ['accept', 'waitlist', 'start'] as const

/** All but what every write changes. */
const standing = ({ version: _, formerly: __, ...rest }: Referral | Prescription) => rest

describe('whatever was done before, a step and its take-back leave all as it was', () => {
  test('of a referral: itself, its figures, and what the prescriber was told', async () => {
    const at = await centre()
    const steps = fc.array(fc.constantFrom(...referralSteps), { minLength: 1, maxLength: 7 })
    await fc.assert(
      fc.asyncProperty(steps, async (verbs) => {
        const { referral } = await withReferral(at)
        for (const verb of verbs) await tryAndTakeBack(at, referral.id, verb)
      }),
      { numRuns: 8 },
    )
  })

  test('of a prescription: itself, and the places of its activity', async () => {
    const at = await centre()
    const steps = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...prescriptionSteps)), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(steps, async (tries) => {
        const activity = await withActivity(at, { capacity: 2 })
        const asked = [await withRequest(at, activity), await withRequest(at, activity)]
        const all = [...asked, await withRequest(at, activity, true)]
        for (const [which, verb] of tries) await answerAndTakeBack(at, all[which]?.id ?? '', verb)
      }),
      { numRuns: 5 },
    )
  })

  /** People, each with a step to try of those that their status allows. */
  const tries = fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 60 })
  const reversible = ['requested accepted', 'requested on-hold', 'on-hold accepted', 'accepted in-progress']

  test('of the count of places: who holds one, and the line in its order', () => {
    fc.assert(
      fc.property(fc.nat(4), tries, (capacity, tries) => {
        let places: Places = noPlaces('activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W')
        const statuses = new Map<number, PrescriptionStatus>()
        const since = new Map<number, string>()
        tries.forEach(([person, choice], n) => {
          const from = statuses.get(person)
          const possible = from === undefined ? (['requested', 'on-hold'] as const) : prescriptionTransitions[from]
          const to = possible[choice % Math.max(1, possible.length)]
          if (to === undefined) return
          const holder = { tenant: 'a', prescription: String(person) }
          const waiting = { ...holder, since: String(n).padStart(3, '0') }
          const after = attempt(() => movePlaces(places, capacity, to === 'on-hold' ? waiting : holder, from, to))
          if (after === undefined) return
          if (from && reversible.includes(`${from} ${to}`)) {
            const stood = from === 'on-hold' ? { ...holder, since: since.get(person) } : holder
            const back = movePlacesBack(after, capacity, stood, from, to)
            expect({ ...back, version: 0 }).toEqual({ ...places, version: 0 })
          }
          if (to === 'on-hold') since.set(person, waiting.since)
          statuses.set(person, to)
          places = after
        })
      }),
    )
  })
})

async function tryAndTakeBack(at: TestCentre, id: string, verb: (typeof referralSteps)[number]): Promise<void> {
  const path = `/v1/referrals/${id}`
  const all = async () => {
    const referral = await at.navigator.must<Referral>('GET', path)
    const { items } = await at.navigator.must<{ items: Event[] }>('GET', `${path}/timeline`)
    const figures = items.reduce(fold, emptyMonth(referral.requestedAt.slice(0, 7)))
    const { items: messages } = await at.prescriber.must<{ items: Message[] }>('GET', `${path}/messages`)
    return { referral, told: [standing(referral), figures, messages.map(({ id }) => id)] }
  }
  const { referral, told } = await all()
  if (verb === 'contact') {
    await at.navigator.post(`${path}/contacts`, { channel: 'phone', result: 'no-answer' })
    return
  }
  const bodies = {
    assign: { navigator: referral.navigator === at.colleague.id ? at.navigator.id : at.colleague.id },
    hold: { reason: { code: 'away' }, nextActionOn: '2027-01-11' },
  }
  const step = (ifMatch: number) =>
    at.navigator.post<Referral>(`${path}/${verb}`, verb in bodies ? bodies[verb as 'hold'] : undefined, { ifMatch })
  const { status, body } = await step(referral.version)
  if (status !== 200 || verb === 'hold') return
  const back = await at.navigator.must<Referral>('POST', `${path}/take-back`, { ifMatch: body.version })
  expect((await all()).told).toEqual(told)
  // And on with it, so that the next one has more before it.
  expect((await step(back.version)).status).toBe(200)
}

async function answerAndTakeBack(at: TestCentre, id: string, verb: (typeof prescriptionSteps)[number]): Promise<void> {
  const path = `/v1/prescriptions/${id}`
  const before = await at.navigator.must<Prescription>('GET', path)
  const places = async () => {
    const { version: _, ...counted } = await at.context().store.get(Places, before.activity)
    return counted
  }
  const counted = await places()
  const step = (ifMatch: number) =>
    verb === 'start'
      ? at.navigator.post<Prescription>(`${path}/start`, undefined, { ifMatch })
      : at.navigator.post<Prescription>(`${path}/answer`, { answer: verb }, { ifMatch })
  const { status, body } = await step(before.version)
  if (status !== 200) return
  const back = await at.navigator.must<Prescription>('POST', `${path}/take-back`, { ifMatch: body.version })
  expect(standing(await at.navigator.must('GET', path))).toEqual(standing(before))
  expect(await places()).toEqual(counted)
  expect((await step(back.version)).status).toBe(200)
}

/** Undefined where it is refused. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    return undefined
  }
}

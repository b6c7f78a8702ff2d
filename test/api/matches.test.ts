import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { MatchView } from '../../shared/activities/match-activities.ts'
import type { Activity } from '../../shared/activities/schema.ts'
import type { Client } from '../../shared/clients/schema.ts'
import { centre, type TestCentre, withClient } from '../support/centre.ts'
import { withActivity, withRequest } from '../support/loop.ts'

interface Matches {
  readonly items: MatchView[]
}

function matches(at: TestCentre, client: Client, body: object = {}): Promise<Matches> {
  return at.navigator.must('POST', `/v1/clients/${client.id}/matches`, { body: { limit: 50, ...body } })
}

/** Codes of the reasons for one activity. */
function why({ items }: Matches, activity: Activity): string[] | undefined {
  return items.find((match) => match.activity.id === activity.id)?.reasons.map(({ code }) => code)
}

const hall = (latitude: number): Activity['location'] => ({
  kind: 'place',
  name: { en: 'Hall', fr: 'Salle' },
  town: 'Guelph',
  position: { latitude, longitude: -80.25 },
})

test('the best fit comes first, with its reasons in both languages', async () => {
  const at = await centre()
  const client = await withClient(at, {
    locale: 'fr',
    interests: ['gardening', 'music'],
    barriers: [{ code: 'transport' }, { code: 'mobility' }],
    position: { latitude: 43.54, longitude: -80.25 },
  })
  const garden = await withActivity(at, {
    tags: ['gardening'],
    languages: ['fr'],
    location: hall(43.57),
    barriersAnswered: ['transport'],
    accessibility: ['step-free'],
    capacity: 3,
  })
  const plain = await withActivity(at, {
    tags: [],
    languages: ['en'],
    location: hall(43.57),
    cost: { kind: 'fee', cents: 500, waivable: false },
  })
  const found = await matches(at, client)
  const mine = found.items.filter(({ activity }) => activity.owner === at.id)
  expect(mine.map(({ activity }) => activity.id)).toEqual([garden.id, plain.id])
  expect(mine[0]?.activity).toMatchObject({ placesLeft: 3, stale: false, next: { date: '2026-11-24' } })
  const words = (fr: string, en: string) => ({ words: { fr, en } })
  const n = '\u00a0'
  expect(mine[0]?.reasons).toMatchObject([
    {
      code: 'interest:gardening',
      params: { interest: 'gardening' },
      ...words(`Un champ d’intérêt commun${n}: jardinage`, 'Shares an interest: gardening'),
    },
    { code: 'language:fr', params: { language: 'fr' }, ...words('Offert en français', 'Offered in French') },
    {
      code: 'distance',
      params: { km: 3.3, of: 'client' },
      ...words(`À environ 3,3${n}km du domicile`, `About 3.3${n}km from home`),
    },
    {
      code: 'answers:transport',
      ...words(`Répond à un obstacle${n}: le transport`, 'Answers a barrier: transport'),
    },
    {
      code: 'answers:mobility',
      ...words(`Répond à un obstacle${n}: la mobilité`, 'Answers a barrier: getting around'),
    },
    { code: 'free', ...words('Gratuit', 'Free') },
    { code: 'places', params: { left: 3 }, ...words('3 places restantes', '3 places left') },
  ])
})

test('without a home the distance is from the centre; what is at home, online or stale says so', async () => {
  const at = await centre()
  const client = await withClient(at)
  const [place, home, virtual] = [
    await withActivity(at, { location: hall(43.54) }),
    await withActivity(at, { location: { kind: 'home' } }),
    await withActivity(at, { location: { kind: 'virtual' }, verifiedOn: '2026-01-31' }),
  ]
  const found = await matches(at, client)
  const reasonsOf = (activity: Activity) => found.items.find((match) => match.activity.id === activity.id)?.reasons
  expect(reasonsOf(place)).toContainEqual({
    code: 'distance',
    params: { km: 0, of: 'centre' },
    words: { en: 'About 0\u00a0km from the centre', fr: 'À environ 0\u00a0km du centre' },
  })
  expect(why(found, home)).toContain('home')
  expect(why(found, virtual)).toEqual(expect.arrayContaining(['virtual', 'stale']))
})

test('a full one is kept for its waiting list and ranks lower; closed ones and those that take nobody in are not', async () => {
  const at = await centre()
  const client = await withClient(at)
  const full = await withActivity(at, { capacity: 1 })
  const open = await withActivity(at, { capacity: 1 })
  const lined = await withActivity(at, { admission: 'waitlist' })
  const [closed, shut] = [
    await withActivity(at, { status: 'closed' }),
    await withActivity(at, { admission: 'no-capacity' }),
  ]
  await withRequest(at, full)
  await withRequest(at, full, true)
  const found = await matches(at, client)
  const order = found.items.map(({ activity }) => activity.id)
  expect(order.indexOf(open.id)).toBeLessThan(order.indexOf(full.id))
  expect(why(found, full)).toContain('waitlist')
  expect(found.items.find(({ activity }) => activity.id === full.id)?.reasons).toContainEqual({
    code: 'waitlist',
    params: { ahead: 1 },
    words: { en: 'Waiting list, 1 person ahead', fr: 'Liste d’attente, 1 personne avant' },
  })
  expect(why(found, lined)).toContain('waitlist')
  expect([why(found, closed), why(found, shut)]).toEqual([undefined, undefined])
})

test('a language, a distance and a day narrow the choice', async () => {
  const at = await centre()
  const client = await withClient(at)
  const [near, far] = [
    await withActivity(at, { location: hall(43.57), languages: ['fr'] }),
    await withActivity(at, { location: hall(44.5) }),
  ]
  const ids = async (body: object) => {
    const { items } = await matches(at, client, body)
    return items.filter(({ activity }) => activity.owner === at.id).map(({ activity }) => activity.id)
  }
  expect(await ids({ withinKm: 10 })).toEqual([near.id])
  expect(await ids({ language: 'fr' })).toEqual([near.id])
  expect((await ids({ day: 'tu' })).sort()).toEqual([near.id, far.id])
  expect(await ids({ day: 'we' })).toEqual([])
  expect((await matches(at, client, { limit: 1 })).items).toHaveLength(1)
})

test('one that needs an interpreter is matched to who arranges one; cost is answered by a waiver', async () => {
  const at = await centre()
  const client = await withClient(at, { needsInterpreter: true, barriers: [{ code: 'cost' }, { code: 'other' }] })
  const activity = await withActivity(at, {
    barriersAnswered: ['interpreter'],
    cost: { kind: 'fee', cents: 500, waivable: true },
  })
  const codes = why(await matches(at, client), activity)
  expect(codes).toEqual(expect.arrayContaining(['answers:interpreter', 'answers:cost']))
  expect(codes).not.toContain('free')
})

test('an interest of one’s own is matched, and named as it was written', async () => {
  const at = await centre()
  const interest = `kites ${randomBytes(3).toString('hex')}`
  const client = await withClient(at, { interests: [interest] })
  const activity = await withActivity(at, { tags: [interest] })
  const found = await matches(at, client)
  expect(found.items[0]?.activity.id).toBe(activity.id)
  expect(found.items[0]?.reasons[0]?.words.en).toBe(`Shares an interest: ${interest}`)
})

test('hundreds of activities are matched at the price of a few reads', async () => {
  const at = await centre()
  const client = await withClient(at)
  for (let batch = 0; batch < 12; batch += 1) {
    await Promise.all(Array.from({ length: 10 }, () => withActivity(at, { capacity: 5 })))
  }
  let reads = 0
  at.api.deps.databaseOf(at.id).documents.middlewareStack.add(
    (next) => (args) => {
      reads += 1
      return next(args)
    },
    { step: 'initialize' },
  )
  const { items } = await matches(at, client)
  expect(items).toHaveLength(50)
  expect(reads).toBeGreaterThan(3)
  expect(reads).toBeLessThanOrEqual(10)
})

test('another centre’s client is not found, a merged record is refused, and a wrong wish is named', async () => {
  const at = await centre()
  const [client, twin] = [await withClient(at), await withClient(at)]
  const elsewhere = await centre()
  const path = `/v1/clients/${client.id}/matches`
  expect(await elsewhere.navigator.post(path, {})).toMatchObject({ status: 404 })
  await at.navigator.must('POST', `/v1/clients/${twin.id}/merge`, { ifMatch: 1, body: { from: client.id } })
  expect(await at.navigator.post(path, {})).toMatchObject({ status: 409, body: { mergedInto: twin.id } })
  for (const [body, pointer, code] of [
    [{ limit: 201 }, '#/limit', 'too-big'],
    [{ day: 'monday' }, '#/day', 'not-a-choice'],
    [{ withinKm: 0 }, '#/withinKm', 'too-small'],
    [{ name: 'Fern' }, '#/name', 'unknown-field'],
  ] as const) {
    expect(await at.navigator.post(path, body)).toMatchObject({ status: 422, body: { errors: [{ pointer, code }] } })
  }
})

test('only navigators match', async () => {
  const at = await centre()
  const client = await withClient(at)
  for (const person of [at.prescriber, at.admin, at.champion, at.evaluator]) {
    const refused = await person.post(`/v1/clients/${client.id}/matches`, {})
    expect(refused).toMatchObject({ status: 403, body: { permission: 'activities:match' } })
  }
})

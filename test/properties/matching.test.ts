import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kilometres } from '../../shared/activities/distance.ts'
import { matchesFilter } from '../../shared/activities/filter.ts'
import { match, ranked } from '../../shared/activities/match.ts'
import type { MatchView } from '../../shared/activities/match-activities.ts'
import { reasonWords } from '../../shared/activities/match-words.ts'
import type { MatchFacts, Wishes } from '../../shared/activities/reasons.ts'
import type { Activity, Places } from '../../shared/activities/schema.ts'
import { accessibilities, admissions, barriers } from '../../shared/core/codes.ts'
import { centre, withClient } from '../support/centre.ts'
import { withActivity } from '../support/loop.ts'

const interest = fc.constantFrom('music', 'gardening', 'cooking', 'kites', 'history')
const language = fc.constantFrom('en', 'fr', 'so', 'oj')
const position = fc.record({
  latitude: fc.double({ min: 41, max: 57, noNaN: true }),
  longitude: fc.double({ min: -95, max: -74, noNaN: true }),
})
const location: fc.Arbitrary<Activity['location']> = fc.oneof(
  fc.record({
    kind: fc.constant('place' as const),
    name: fc.constant({ en: 'Hall', fr: 'Salle' }),
    town: fc.constant('Guelph'),
    position,
  }),
  fc.constant({ kind: 'home' as const }),
  fc.constant({ kind: 'virtual' as const }),
)
const cost: fc.Arbitrary<Activity['cost']> = fc.oneof(
  fc.constant({ kind: 'free' as const }),
  fc.constant({ kind: 'by-donation' as const }),
  fc.record({ kind: fc.constant('fee' as const), cents: fc.integer({ min: 1, max: 5_000 }), waivable: fc.boolean() }),
)
const activity: fc.Arbitrary<Activity> = fc
  .record({
    id: fc.stringMatching(/^activity_[0-9A-HJKMNP-TV-Z]{26}$/),
    tags: fc.uniqueArray(interest),
    languages: fc.uniqueArray(language, { minLength: 1 }),
    location,
    cost,
    accessibility: fc.subarray([...accessibilities]),
    barriersAnswered: fc.subarray([...barriers]),
    capacity: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    admission: fc.constantFrom(...admissions),
    verifiedOn: fc.constantFrom('2026-01-01', '2026-11-01'),
    status: fc.constantFrom('active' as const, 'closed' as const),
  })
  .map(({ capacity, ...given }) => ({
    version: 1,
    owner: 'guelph',
    name: { en: 'Something', fr: 'Quelque chose' },
    description: { en: 'To do.', fr: 'À faire.' },
    category: 'other' as const,
    contact: {},
    volunteerRoles: [],
    leaders: [],
    visibility: { kind: 'centre' as const },
    createdAt: '2026-01-01T00:00:00.000Z',
    ...given,
    ...(capacity !== undefined && { capacity }),
  }))
const client: fc.Arbitrary<Wishes> = fc.record({
  interests: fc.uniqueArray(interest),
  locale: fc.constantFrom('en' as const, 'fr' as const),
  languages: fc.uniqueArray(language),
  barriers: fc.subarray([...barriers]).map((codes) => codes.map((code) => ({ code }))),
  needsInterpreter: fc.boolean(),
})
const places: fc.Arbitrary<Places> = fc
  .record({ taken: fc.integer({ min: 0, max: 20 }), ahead: fc.integer({ min: 0, max: 3 }) })
  .map(({ taken, ahead }) => ({
    id: 'places',
    version: 1,
    taken,
    waiting: Array.from({ length: ahead }, (_, index) => ({ tenant: 'guelph', prescription: `p${index}` })),
  }))
const facts: fc.Arbitrary<MatchFacts> = fc.record({
  today: fc.constant('2026-11-21'),
  from: fc.record({ position, of: fc.constantFrom('client' as const, 'centre' as const) }),
  places: fc.option(places, { nil: undefined }),
})

describe('a match', () => {
  test('is there exactly for what is open and takes people in', () => {
    fc.assert(
      fc.property(client, activity, facts, (person, thing, known) => {
        const isOpen = thing.status === 'active' && thing.admission !== 'no-capacity'
        expect(match(person, thing, known) !== undefined).toBe(isOpen)
      }),
    )
  })

  test('is never worse for one more interest in common', () => {
    fc.assert(
      fc.property(client, activity, facts, interest, (person, thing, known, more) => {
        const shares = { ...person, interests: [...person.interests, more] }
        const tagged = { ...thing, tags: [...thing.tags, more] }
        const [before, after] = [match(person, thing, known), match(shares, tagged, known)]
        expect(after?.score ?? 0).toBeGreaterThanOrEqual(before?.score ?? 0)
      }),
    )
  })

  test('with one more interest in common never ranks lower among the same others', () => {
    fc.assert(
      fc.property(
        client,
        fc.uniqueArray(activity, { selector: ({ id }) => id, minLength: 2 }),
        facts,
        interest,
        (person, things, known, more) => {
          const [chosen, ...others] = things
          if (chosen === undefined) return
          const wants = { ...person, interests: [...new Set([...person.interests, more])] }
          const rankOf = (tags: readonly string[]) => {
            const all = [{ ...chosen, tags: [...tags] }, ...others]
            return ranked(all.flatMap((thing) => match(wants, thing, known) ?? [])).findIndex(
              (found) => found.activity.id === chosen.id,
            )
          }
          expect(rankOf([...chosen.tags, more])).toBeLessThanOrEqual(rankOf(chosen.tags))
        },
      ),
    )
  })

  test('is never better for being further away', () => {
    fc.assert(
      fc.property(client, activity, facts, position, position, (person, thing, known, here, there) => {
        const at = (where: typeof here): Activity => ({
          ...thing,
          location: { kind: 'place', name: { en: 'Hall', fr: 'Salle' }, town: 'Guelph', position: where },
        })
        const [near, far] = [here, there].toSorted(
          (a, b) => kilometres(known.from.position, a) - kilometres(known.from.position, b),
        )
        if (near === undefined || far === undefined) return
        const [closer, further] = [match(person, at(near), known), match(person, at(far), known)]
        expect(closer?.score ?? 0).toBeGreaterThanOrEqual(further?.score ?? 0)
      }),
    )
  })

  test('is never better for being full', () => {
    fc.assert(
      fc.property(client, activity, facts, (person, thing, known) => {
        const limited = { ...thing, capacity: 3 }
        const taken = (count: number) => ({ id: thing.id, version: 1, taken: count, waiting: [] })
        const [open, full] = [0, 3].map((count) => match(person, limited, { ...known, places: taken(count) }))
        expect(open?.score ?? 0).toBeGreaterThanOrEqual(full?.score ?? 0)
      }),
    )
  })

  test('has words for every reason, in both languages', () => {
    fc.assert(
      fc.property(client, activity, facts, (person, thing, known) => {
        for (const reason of match(person, thing, known)?.reasons ?? []) {
          const { en, fr } = reasonWords(reason)
          for (const words of [en, fr]) expect(words).not.toMatch(/match\.|code\.|[{}]|undefined/)
          expect(en).not.toBe(fr)
        }
      }),
    )
  })
})

test('the ranking does not depend on the order in which activities are found', () => {
  fc.assert(
    fc.property(client, fc.uniqueArray(activity, { selector: ({ id }) => id }), facts, (person, things, known) => {
      const order = (list: readonly Activity[]) =>
        ranked(list.flatMap((thing) => match(person, thing, known) ?? [])).map((found) => found.activity.id)
      expect(order(things.toReversed())).toEqual(order(things))
    }),
  )
})

test('a distance is the same there and back, nothing to oneself, and never more than by a third place', () => {
  fc.assert(
    fc.property(position, position, position, (a, b, c) => {
      expect(kilometres(a, a)).toBe(0)
      expect(kilometres(a, b)).toBeCloseTo(kilometres(b, a), 6)
      expect(kilometres(a, c)).toBeLessThanOrEqual(kilometres(a, b) + kilometres(b, c) + 1e-6)
    }),
  )
  // Guelph to Thunder Bay, as the crow flies.
  const [guelph, thunderBay] = [
    { latitude: 43.54, longitude: -80.25 },
    { latitude: 48.38, longitude: -89.25 },
  ]
  expect(kilometres(guelph, thunderBay)).toBeCloseTo(881, -1)
})

test('asking for more never finds more', () => {
  const filter = fc.record(
    {
      language,
      interest,
      free: fc.boolean(),
      maxCost: fc.integer({ min: 0, max: 5_000 }),
      accessibility: fc.constantFrom(...accessibilities),
      freePlaces: fc.boolean(),
      around: fc.record({ position, km: fc.double({ min: 0.1, max: 1_000, noNaN: true }) }),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(activity, filter, filter, (thing, some, more) => {
      if (matchesFilter(thing, { ...more, ...some })) expect(matchesFilter(thing, some)).toBe(true)
    }),
  )
})

test('a client is only ever matched to what the centre can see', async () => {
  const [at, owner] = [await centre(), await centre()]
  const person = await withClient(at)
  const visibility = fc.constantFrom<Activity['visibility']>(
    { kind: 'centre' },
    { kind: 'shared', centres: [at.id] },
    { kind: 'shared', centres: ['somewhere-else'] },
    { kind: 'provincial' },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(visibility, { minLength: 1, maxLength: 4 }), async (kinds) => {
      // A language of their own keeps them apart from other runs' provincial activities.
      const spoken = { languages: ['oji'] }
      const listed = await Promise.all(kinds.map((kind) => withActivity(owner, { ...spoken, visibility: kind })))
      const { items } = await at.navigator.must<{ items: MatchView[] }>('POST', `/v1/clients/${person.id}/matches`, {
        body: { language: 'oji', limit: 50 },
      })
      const seen = new Set(items.map((found) => found.activity.id))
      for (const { id, visibility: kind } of listed) {
        const isFor = kind.kind === 'provincial' || (kind.kind === 'shared' && kind.centres.includes(at.id))
        expect(seen.has(id)).toBe(isFor)
      }
    }),
    { numRuns: 8 },
  )
})

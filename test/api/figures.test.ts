import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '../../shared/db/event.ts'
import { fold } from '../../shared/insights/fold.ts'
import { foldEvents } from '../../shared/insights/index.ts'
import { CohortMonth, emptyMonth } from '../../shared/insights/schema.ts'
import { centre } from '../support/centre.ts'

const types = [
  'referral.requested',
  'referral.contacted',
  'referral.prescribed',
  'referral.attended',
  'outcome.recorded',
]

/** Events of one centre, in a handful of seconds and two months. */
const history = fc.array(
  fc.record({
    type: fc.constantFrom(...types),
    second: fc.integer({ min: 0, max: 5 }),
    month: fc.constantFrom('2026-09', '2026-10'),
    days: fc.nat(30),
    baseline: fc.integer({ min: 3, max: 9 }),
    followUp: fc.integer({ min: 3, max: 9 }),
  }),
  { minLength: 1, maxLength: 40 },
)

function eventsOf(made: typeof history extends fc.Arbitrary<infer T> ? T : never): Event[] {
  return made.map(({ type, second, month, days, baseline, followUp }, n) => ({
    id: `event_${n}`,
    type,
    kind: 'referral',
    entity: `referral_${n}`,
    version: 1,
    at: `2026-10-01T12:00:0${second}.000Z`,
    actor: { id: 'system', kind: 'system' },
    facts: {
      cohort: month,
      days,
      instrument: 'ucla-3',
      phase: '3-months',
      score: followUp,
      pairs: [{ phase: '3-months', baseline, followUp }],
    },
  }))
}

function counted(events: readonly Event[], month: string): Omit<CohortMonth, 'version'> {
  const { version: _, ...figures } = events
    .filter(({ facts }) => facts.cohort === month)
    .reduce(fold, emptyMonth(month))
  return figures
}

test('however batches are cut, repeated and handed over at once, each event counts exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 4 }), async (made, cuts) => {
      const at = await centre()
      const ctx = at.asWorker()
      const events = eventsOf(made)
      const batches = cuts.map(([a, b]) => events.slice(Math.min(a, b), Math.max(a, b) + 1))
      await Promise.all(batches.map((batch) => foldEvents(ctx, batch)))
      await foldEvents(ctx, events)
      await foldEvents(ctx, events)
      for (const month of ['2026-09', '2026-10']) {
        const { version: _, ...kept } = (await at.context().store.find(CohortMonth, month)) ?? emptyMonth(month)
        expect(kept).toEqual(counted(events, month))
      }
    }),
    { numRuns: 15 },
  )
})

test('the order of events makes no difference', () => {
  fc.assert(
    fc.property(
      history.chain((made) => fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }))),
      ([made, shuffled]) => {
        expect(counted(eventsOf(shuffled), '2026-09')).toEqual(counted(eventsOf(made), '2026-09'))
      },
    ),
  )
})

test('a thousand events in one second are one stretch of work', async () => {
  const at = await centre()
  const ctx = at.asWorker()
  const events = eventsOf(
    Array.from({ length: 1_000 }, () => ({
      type: 'referral.requested',
      second: 1,
      month: '2026-09',
      days: 1,
      baseline: 3,
      followUp: 3,
    })),
  )
  await foldEvents(ctx, events)
  expect(await at.context().store.find(CohortMonth, '2026-09')).toMatchObject({
    version: 1,
    milestones: { referred: 1_000 },
  })
})

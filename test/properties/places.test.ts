import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Places } from '../../shared/activities/schema.ts'
import { Conflict } from '../../shared/core/errors.ts'
import {
  type Holder,
  limitOf,
  movePlaces,
  nextInLine,
  noPlaces,
  openPlaces,
} from '../../shared/prescriptions/places.ts'
import { type PrescriptionStatus, prescriptionTransitions, takesPlace } from '../../shared/prescriptions/status.ts'

const activity = 'activity_01JD3Y6Q5V8Z9K2M4N6P8R0T1W'
const people = 8
/** Two centres use the same ids: only both together tell people apart. */
const holderOf = (person: number): Holder => ({ tenant: `centre-${person % 2}`, prescription: `p${person >> 1}` })

/** What somebody tries: a person, and which of the steps that the person’s status allows. */
type Try = readonly [person: number, choice: number]
const tries = fc.array(fc.tuple(fc.nat(people - 1), fc.nat(20)), { maxLength: 120 })
const capacity = fc.integer({ min: 0, max: 5 })

interface State {
  readonly places: Places
  readonly statuses: readonly (PrescriptionStatus | undefined)[]
  /** Who waits, in the order they came. */
  readonly line: readonly number[]
}
const begin: State = { places: noPlaces(activity), statuses: Array(people).fill(undefined), line: [] }

/** One try, after which everything is as the step leaves it, or as it was when it was refused. */
function step(state: State, capacity: number, [person, choice]: Try): { state: State; refused: boolean; to: string } {
  const from = state.statuses[person]
  // Prescriptions are first counted when they are asked for, or put on the waiting list instead.
  const possible = from === undefined ? (['requested', 'on-hold'] as const) : prescriptionTransitions[from]
  const to = possible[choice % Math.max(1, possible.length)]
  if (to === undefined) return { state, refused: false, to: 'nothing' }
  try {
    const places = movePlaces(state.places, capacity, holderOf(person), from, to)
    const others = state.line.filter((waiting) => waiting !== person)
    const line = to === 'on-hold' ? [...others, person] : others
    return { state: { places, statuses: state.statuses.with(person, to), line }, refused: false, to }
  } catch (error) {
    expect(error).toBeInstanceOf(Conflict)
    return { state, refused: true, to }
  }
}

describe('whatever people try, in whatever order', () => {
  test('places are never oversold, and the count is who holds one', () => {
    fc.assert(
      fc.property(capacity, tries, (capacity, tries) => {
        let state = begin
        for (const one of tries) {
          state = step(state, capacity, one).state
          const holding = state.statuses.filter((status) => status !== undefined && takesPlace(status)).length
          expect(state.places.taken).toBe(holding)
          expect(holding).toBeLessThanOrEqual(capacity)
        }
      }),
    )
  })

  test('the line is who waits, in the order they came, each once', () => {
    fc.assert(
      fc.property(capacity, tries, (capacity, tries) => {
        let state = begin
        for (const one of tries) {
          state = step(state, capacity, one).state
          expect(state.places.waiting).toEqual(state.line.map(holderOf))
        }
      }),
    )
  })

  test('somebody is refused only for want of a place, or because it is somebody else’s turn', () => {
    fc.assert(
      fc.property(capacity, tries, (capacity, tries) => {
        let state = begin
        for (const one of tries) {
          const { places, line } = state
          const { state: after, refused, to } = step(state, capacity, one)
          const isTurn = line.length === 0 || line[0] === one[0]
          if (refused) expect(places.taken >= capacity || !isTurn).toBe(true)
          const from = state.statuses[one[0]]
          const took = from !== undefined && takesPlace(from)
          const takes = !refused && !took && takesPlace(to as PrescriptionStatus)
          if (takes) expect(isTurn && places.taken < capacity).toBe(true)
          state = after
        }
      }),
    )
  })

  test('moving the line up fills every place there is, in order, each once', () => {
    fc.assert(
      fc.property(capacity, fc.integer({ min: 0, max: 8 }), tries, (before, after, tries) => {
        let state = begin
        for (const one of tries) state = step(state, before, one).state
        const { taken } = state.places
        const line = [...state.line]
        const moved: number[] = []
        let places = state.places
        for (let next = nextInLine(places, after); next !== undefined; next = nextInLine(places, after)) {
          places = movePlaces(places, after, next, 'on-hold', 'accepted')
          moved.push(line.findIndex((person) => holderOf(person) === next || same(holderOf(person), next)))
        }
        const free = Math.max(0, after - taken)
        expect(moved).toEqual(Array.from({ length: Math.min(free, line.length) }, (_, n) => n))
        expect(places.waiting).toEqual(line.slice(moved.length).map(holderOf))
        expect(places.taken).toBeLessThanOrEqual(Math.max(after, taken))
      }),
    )
  })

  test('a step advances the version by one, or leaves the very count it was given', () => {
    fc.assert(
      fc.property(capacity, tries, (capacity, tries) => {
        let state = begin
        for (const one of tries) {
          const { places } = state
          const copy = structuredClone(places)
          state = step(state, capacity, one).state
          expect(places).toEqual(copy)
          if (state.places !== places) expect(state.places.version).toBe(places.version + 1)
        }
      }),
    )
  })
})

const same = (a: Holder, b: Holder) => a.tenant === b.tenant && a.prescription === b.prescription

test('an activity without a limit refuses nobody, yet keeps its line', () => {
  const none = limitOf(undefined, {})
  expect(none).toBe(Number.POSITIVE_INFINITY)
  const first = movePlaces(noPlaces(activity), none, holderOf(0), undefined, 'requested')
  const waiting = movePlaces(first, none, holderOf(1), 'requested', 'on-hold')
  expect(() => movePlaces(waiting, none, holderOf(2), undefined, 'requested')).toThrow(Conflict)
  expect(nextInLine(waiting, undefined)).toEqual(holderOf(1))
})

test('a free place is nobody new’s while somebody waits for it', () => {
  const held = movePlaces(noPlaces(activity), 1, holderOf(0), undefined, 'requested')
  const waiting = movePlaces(held, 1, holderOf(1), undefined, 'on-hold')
  const freed = movePlaces(waiting, 1, holderOf(0), 'requested', 'cancelled')
  expect([freed.taken, openPlaces(freed, 1)]).toEqual([0, 0])
  expect(() => movePlaces(freed, 1, holderOf(2), undefined, 'requested')).toThrow(Conflict)
  expect(movePlaces(freed, 1, holderOf(1), 'on-hold', 'accepted')).toMatchObject({ taken: 1, waiting: [] })
})

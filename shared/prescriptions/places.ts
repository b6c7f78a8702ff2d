import type { Places } from '../activities/schema.ts'
import { Conflict } from '../core/errors.ts'
import { type PrescriptionStatus, takesPlace } from './status.ts'

/** A prescription of one centre, as the count of places knows it. */
export interface Holder {
  readonly tenant: string
  readonly prescription: string
  /** Since when it has waited, where it waits. */
  readonly since?: string | undefined
}

/** No places taken, nobody waiting. */
export function noPlaces(activity: string): Places {
  return { id: activity, version: 0, taken: 0, waiting: [] }
}

/**
 * How many may take part at one time. The count says so itself once the capacity was changed: a listing that was read a
 * moment ago may be out of date, a count that is written on is not.
 */
export function limitOf(counted: Places | undefined, activity: { readonly capacity?: number | undefined }): number {
  const limit = counted?.capacity === undefined ? activity.capacity : counted.capacity
  return limit ?? Number.POSITIVE_INFINITY
}

/** Places that somebody new may have: none while others wait, for theirs come first. */
export function openPlaces(places: Places, capacity: number): number {
  return places.waiting.length > 0 ? 0 : Math.max(0, capacity - places.taken)
}

/**
 * The count after one prescription's step from one status to another (`undefined` before it was asked for). Pure.
 * @returns the same object when the step changes nothing.
 * @throws Conflict `activity-full` when the step takes a place and none is open to this prescription.
 */
export function movePlaces(
  places: Places,
  capacity: number,
  holder: Holder,
  from: PrescriptionStatus | undefined,
  to: PrescriptionStatus,
): Places {
  const { takes, after } = moved(places, holder, from, to)
  if (takes && !mayTake(places, capacity, holder)) throw new Conflict('activity-full')
  return after
}

/**
 * The count after a step from `from` to `to` was taken back. A place that was given up is had again while nobody else
 * has it, whoever waits: none of them was asked. Whoever waited stands in the line where they stood. Pure.
 * @returns the same object when that changes nothing.
 * @throws Conflict `place-gone` when the place that was given up is taken.
 */
export function movePlacesBack(
  places: Places,
  capacity: number,
  holder: Holder,
  from: PrescriptionStatus,
  to: PrescriptionStatus,
): Places {
  const { takes, after } = moved(places, holder, to, from)
  if (takes && places.taken >= capacity) throw new Conflict('place-gone')
  const isAhead = (waiting: Holder) => (waiting.since ?? '') <= (holder.since ?? '')
  const others = after.waiting.filter((waiting) => !isSame(waiting, holder))
  if (others.length === after.waiting.length) return after
  return { ...after, waiting: [...others.filter(isAhead), holder, ...others.filter((one) => !isAhead(one))] }
}

/** One more or less that hold a place, or wait for one at the end of the line; whether a place is newly taken. */
function moved(
  places: Places,
  holder: Holder,
  from: PrescriptionStatus | undefined,
  to: PrescriptionStatus,
): { readonly takes: boolean; readonly after: Places } {
  const took = from !== undefined && takesPlace(from)
  const takes = takesPlace(to)
  const waits = to === 'on-hold'
  if (took === takes && waits === (from === 'on-hold')) return { takes: false, after: places }
  const others = places.waiting.filter((waiting) => !isSame(waiting, holder))
  const after = {
    ...places,
    version: places.version + 1,
    taken: places.taken + Number(takes) - Number(took),
    waiting: waits ? [...others, holder] : others,
  }
  return { takes: takes && !took, after }
}

/** Whose turn it is, when a place is free and somebody waits. */
export function nextInLine(places: Places, capacity: number | undefined): Holder | undefined {
  if (capacity !== undefined && places.taken >= capacity) return undefined
  return places.waiting[0]
}

function mayTake(places: Places, capacity: number, holder: Holder): boolean {
  const [first] = places.waiting
  return places.taken < capacity && (first === undefined || isSame(first, holder))
}

function isSame(a: Holder, b: Holder): boolean {
  return a.tenant === b.tenant && a.prescription === b.prescription
}

import type { accessibilities } from '../core/codes.ts'
import { fold } from '../core/text.ts'
import { daysOf } from './calendar.ts'
import { kilometres, type Position } from './distance.ts'
import { hasRoom } from './room.ts'
import type { Weekday } from './schedule.ts'
import type { Activity, Places } from './schema.ts'

/** What is asked of an activity. What is left out is not asked. */
export interface ActivityFilter {
  /** Every word is in its names, descriptions, tags or location, in either language. */
  readonly text?: string | undefined
  readonly category?: Activity['category'] | undefined
  readonly language?: string | undefined
  readonly day?: Weekday | undefined
  /** Cents; by donation costs nothing. */
  readonly maxCost?: number | undefined
  readonly free?: boolean | undefined
  /** Where it happens: no further than this, or at home, or nowhere in particular. */
  readonly around?: { readonly position: Position; readonly km: number } | undefined
  readonly freePlaces?: boolean | undefined
  /** Has a role for somebody who comes to give. */
  readonly volunteer?: boolean | undefined
  readonly interest?: string | undefined
  readonly accessibility?: (typeof accessibilities)[number] | undefined
  /** A member of staff who leads it. */
  readonly leader?: string | undefined
  readonly status?: Activity['status'] | undefined
}

/** Whether an activity is what was asked for. Pure. */
export function matchesFilter(
  activity: Activity,
  filter: ActivityFilter,
  facts: { readonly places?: Places | undefined } = {},
): boolean {
  const { cost, schedule, volunteerRoles } = activity
  const { text, around, day, maxCost } = filter
  return (
    is(activity.status, filter.status) &&
    is(activity.category, filter.category) &&
    has(activity.languages, filter.language) &&
    has(activity.tags, filter.interest) &&
    has(activity.accessibility, filter.accessibility) &&
    has(activity.leaders, filter.leader) &&
    (!filter.free || cost.kind === 'free') &&
    (maxCost === undefined || cost.kind !== 'fee' || cost.cents <= maxCost) &&
    (!filter.volunteer || volunteerRoles.length > 0 || activity.category === 'volunteering') &&
    (around === undefined || isWithin(activity, around)) &&
    (text === undefined || hasWords(activity, text)) &&
    (!filter.freePlaces || hasRoom(activity, facts.places)) &&
    (day === undefined || (schedule !== undefined && daysOf(schedule).includes(day)))
  )
}

/** Kilometres from a position; undefined for what happens nowhere in particular, or where nobody noted. */
export function distanceOf({ location }: Activity, from: Position): number | undefined {
  return location.kind === 'place' && location.position ? kilometres(from, location.position) : undefined
}

function is<T>(value: T, wanted: T | undefined): boolean {
  return wanted === undefined || value === wanted
}

function has<T>(values: readonly T[], wanted: T | undefined): boolean {
  return wanted === undefined || values.includes(wanted)
}

/** A place of which nobody noted the position is not known to be near. */
function isWithin(activity: Activity, { position, km }: { readonly position: Position; readonly km: number }): boolean {
  if (activity.location.kind !== 'place') return true
  const distance = distanceOf(activity, position)
  return distance !== undefined && distance <= km
}

function hasWords({ name, description, tags, location }: Activity, text: string): boolean {
  const where =
    location.kind === 'place' ? [location.name.en, location.name.fr, location.address ?? '', location.town] : []
  const all = fold([name.en, name.fr, description.en, description.fr, ...tags, ...where].join('\n'))
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .every((word) => all.includes(word))
}

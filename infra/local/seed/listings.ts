import { createActivity, verifyActivity } from '../../../shared/activities/index.ts'
import { type Activity, ActivityInput } from '../../../shared/activities/schema.ts'
import type { Centre } from '../../../shared/centres/schema.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import type { Story } from './agenda.ts'
import { type ActivityTemplate, activityTemplates } from './content/activities.ts'
import type { SeedCentre } from './content/centres.ts'
import { instantOn, scheduleOf, workday } from './dates.ts'
import type { SeededPartners } from './partners.ts'
import { random } from './random.ts'
import type { Stage } from './stage.ts'

export interface Listed {
  readonly centre: Centre
  readonly about: SeedCentre
  readonly staff: readonly Staff[]
  readonly partners: SeededPartners
}
export type Listings = ReadonlyMap<string, Activity>

/** Groups that a champion leads: the first of the centre's champions these, the second those. */
const led = [
  ['ukulele-group', 'coffee-circle'],
  ['karaoke-evening', 'fishing-morning'],
] as const

/** Nobody has asked about this one for months: its listing is stale. */
const unverified = 'good-food-box'

/** Two tablets, so that others have to wait. */
const fewPlaces: Readonly<Record<string, number>> = { 'tablet-basics': 2 }

/**
 * Lists a centre's 25 activities.
 * @param neighbour the id of a centre that two of them are shared with.
 * @param isProvincial whether everybody in the province may come to the one that meets online.
 */
export async function listAll(
  stage: Stage,
  place: Listed,
  at: string,
  { neighbour, isProvincial }: { readonly neighbour: string | undefined; readonly isProvincial: boolean },
): Promise<Listings> {
  const { centre, staff } = place
  const [navigator] = staff.filter(({ roles }) => roles.includes('navigator'))
  if (navigator === undefined) throw new Error('A centre without a navigator.')
  const ctx = stage.person(centre, navigator, at)
  const listings = new Map<string, Activity>()
  for (const template of activityTemplates) {
    const visibility = visibilityOf(template.key, neighbour, isProvincial)
    const {
      stale: _,
      placesLeft: __,
      next: ___,
      ...activity
    } = await createActivity(ctx, inputOf(template, place, at, visibility))
    listings.set(template.key, activity)
  }
  return listings
}

/** Somebody rings the organiser within the last two months, and all is as it is listed. */
export async function* verifyLately(
  stage: Stage,
  { centre, staff }: Listed,
  key: string,
  activity: Activity,
  now: string,
): Story {
  if (key === unverified) return
  const draw = random(`${centre.id} ${key} verified`)
  const date = workday(addDays(dateIn(centre.zone, now), -draw.int(2, 60)))
  const at = yield instantOn(centre.zone, date, draw.int(9, 15), draw.int(0, 59))
  const navigator = draw.pick(staff.filter(({ roles }) => roles.includes('navigator')))
  await verifyActivity(stage.person(centre, navigator, at), { id: activity.id, ifMatch: activity.version })
}

function visibilityOf(key: string, neighbour: string | undefined, isProvincial: boolean): Activity['visibility'] {
  if (isProvincial && key === 'caregivers-circle') return { kind: 'provincial' }
  if (neighbour && (key === 'museum-visit' || key === 'shed-repair-cafe'))
    return { kind: 'shared', centres: [neighbour] }
  return { kind: 'centre' }
}

function inputOf(
  template: ActivityTemplate,
  place: Listed,
  at: string,
  visibility: Activity['visibility'],
): ActivityInput {
  const { about, staff, partners } = place
  const { key, where, schedule, eligibility, capacity, run } = template
  const today = dateIn(about.zone, at)
  const partner = run === 'centre' ? undefined : partners.get(run)?.partner
  const leader = leaderOf(key, staff)
  const places = fewPlaces[key] ?? capacity
  return ActivityInput.parse({
    name: template.name,
    description: template.description,
    category: template.category,
    tags: template.tags,
    languages: template.languages,
    ...(schedule && { schedule: scheduleOf(schedule, about.zone, today, addDays(today, 600)) }),
    location: locationOf(where, key, about),
    cost: template.cost,
    ...(eligibility && { eligibility }),
    accessibility: template.accessibility,
    barriersAnswered: template.barriersAnswered,
    ...(places !== null && { capacity: places }),
    admission: key === 'housing-help' ? 'additional-assessment-required' : 'capacity',
    contact: partner ? { phone: partner.phone, email: partner.email } : { name: leader?.name, phone: about.phone },
    volunteerRoles: template.volunteerRoles,
    leaders: leader ? [leader.id] : [],
    visibility,
    ...(partner && { partner: partner.id }),
  })
}

function leaderOf(key: string, staff: readonly Staff[]): Staff | undefined {
  const champions = staff.filter(({ roles }) => roles.includes('champion'))
  return champions[led.findIndex((keys) => (keys as readonly string[]).includes(key))]
}

/** Near the centre, within a walk or a short ride. */
function locationOf(
  where: ActivityTemplate['where'],
  key: string,
  { id, addressTown, lat, lon }: SeedCentre,
): Activity['location'] {
  if (where.kind === 'virtual') return { kind: 'virtual', url: `https://meet.example.org/${id}/${key}` }
  if (where.kind === 'home') return { kind: 'home' }
  const draw = random(`${id} ${key} place`)
  const near = (degrees: number) => Math.round((degrees + draw.int(-20, 20) / 1000) * 1000) / 1000
  return { kind: 'place', name: where.name, town: addressTown, position: { latitude: near(lat), longitude: near(lon) } }
}

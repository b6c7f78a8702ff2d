import { type Activity, ActivityInput } from '../../../shared/activities/schema.ts'
import { addDays } from '../../../shared/core/time.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import type { ActivityTemplate } from './content/activities.ts'
import type { SeedCentre } from './content/centres.ts'
import { scheduleOf } from './dates.ts'
import type { Listed } from './listings.ts'
import { random } from './random.ts'

/** Groups that a champion leads: the first of the centre's champions these, the second those. */
const led = [
  ['ukulele-group', 'coffee-circle'],
  ['karaoke-evening', 'fishing-morning'],
] as const

/** Two tablets, so that others have to wait. */
const fewPlaces: Readonly<Record<string, number>> = { 'tablet-basics': 2 }

/** From before the first referral until about a year from now. */
const daysListed = 600

/** A template as an activity of one centre: with dates, a place, somebody to ask. */
export function listingOf(
  template: ActivityTemplate,
  { about, staff, partners }: Listed,
  { from, visibility }: { readonly from: string; readonly visibility: Activity['visibility'] },
): ActivityInput {
  const { key, where, schedule, eligibility, capacity, run } = template
  const partner = run === 'centre' ? undefined : partners.get(run)?.partner
  const leader = leaderOf(key, staff)
  const places = fewPlaces[key] ?? capacity
  return ActivityInput.parse({
    name: template.name,
    description: template.description,
    category: template.category,
    tags: template.tags,
    languages: template.languages,
    ...(schedule && { schedule: scheduleOf(schedule, about.zone, from, addDays(from, daysListed)) }),
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

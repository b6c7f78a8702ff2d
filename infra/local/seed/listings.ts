import { createActivity, verifyActivity } from '../../../shared/activities/index.ts'
import { Activity } from '../../../shared/activities/schema.ts'
import type { Centre } from '../../../shared/centres/schema.ts'
import { addDays, dateIn } from '../../../shared/core/time.ts'
import type { Staff } from '../../../shared/staff/schema.ts'
import type { Story } from './agenda.ts'
import { activityTemplates } from './content/activities.ts'
import type { SeedCentre } from './content/centres.ts'
import { instantOn, workday } from './dates.ts'
import { listingOf } from './listing.ts'
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

/** Nobody has asked about this one for months: its listing is stale. */
const unverified = 'good-food-box'

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
    const { id } = await createActivity(ctx, listingOf(template, place, { from: dateIn(centre.zone, at), visibility }))
    listings.set(template.key, await ctx.store.get(Activity, id))
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

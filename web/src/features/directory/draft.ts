import { daysOf, readRecurrence, type Weekday } from '../../../../shared/activities/rule.ts'
import type { Answer } from '../../api/index.ts'

export type Activity = Answer<'getActivity'>

/** A text in both languages. */
export interface Both {
  readonly en: string
  readonly fr: string
}

/** A listing as it is typed: every field a text, or a list of codes. */
export interface Draft {
  readonly name: Both
  readonly description: Both
  readonly category: Activity['category'] | ''
  readonly partner: string
  readonly tags: readonly string[]
  readonly languages: readonly string[]
  readonly repeats: 'none' | 'once' | 'week' | 'two-weeks' | 'month' | 'as-is'
  readonly days: readonly Weekday[]
  readonly startOn: string
  readonly startAt: string
  readonly minutes: string
  readonly until: string
  readonly place: Activity['location']['kind']
  readonly placeName: Both
  readonly address: string
  readonly town: string
  readonly url: string
  readonly cost: Activity['cost']['kind']
  readonly dollars: string
  readonly waivable: boolean
  readonly eligibility: Both
  readonly accessibility: readonly Activity['accessibility'][number][]
  readonly barriersAnswered: readonly Activity['barriersAnswered'][number][]
  readonly capacity: string
  readonly admission: Activity['admission']
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
  readonly role: Both
  readonly leaders: readonly string[]
  readonly visibility: Activity['visibility']['kind']
}

const nothing: Both = { en: '', fr: '' }

/** A new listing, with nothing in it but what most have. */
export function emptyDraft(today: string): Draft {
  return {
    name: nothing,
    description: nothing,
    category: '',
    partner: '',
    tags: [],
    languages: ['en'],
    repeats: 'week',
    days: [],
    startOn: today,
    startAt: '13:00',
    minutes: '60',
    until: `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`,
    place: 'place',
    placeName: nothing,
    address: '',
    town: '',
    url: '',
    cost: 'free',
    dollars: '',
    waivable: false,
    eligibility: nothing,
    accessibility: [],
    barriersAnswered: [],
    capacity: '',
    admission: 'capacity',
    contactName: '',
    contactPhone: '',
    contactEmail: '',
    role: nothing,
    leaders: [],
    visibility: 'centre',
  }
}

/** A listing as it stands, to be typed over. */
export function draftOf(activity: Activity, today: string): Draft {
  const { location, cost, contact } = activity
  return {
    ...emptyDraft(today),
    name: activity.name,
    description: activity.description,
    category: activity.category,
    partner: activity.partner ?? '',
    tags: activity.tags,
    languages: activity.languages,
    ...scheduleDraft(activity),
    place: location.kind,
    ...(location.kind === 'place' && {
      placeName: location.name,
      address: location.address ?? '',
      town: location.town,
    }),
    ...(location.kind === 'virtual' && { url: location.url ?? '' }),
    cost: cost.kind,
    ...(cost.kind === 'fee' && { dollars: String(cost.cents / 100), waivable: cost.waivable }),
    eligibility: activity.eligibility ?? nothing,
    accessibility: activity.accessibility,
    barriersAnswered: activity.barriersAnswered,
    capacity: activity.capacity === undefined ? '' : String(activity.capacity),
    admission: activity.admission,
    contactName: contact.name ?? '',
    contactPhone: contact.phone ?? '',
    contactEmail: contact.email ?? '',
    role: activity.volunteerRoles[0] ?? nothing,
    leaders: activity.leaders,
    visibility: activity.visibility.kind,
  }
}

function scheduleDraft({ schedule }: Activity): Partial<Draft> {
  if (schedule === undefined) return { repeats: 'none' }
  const { every, interval, until } = readRecurrence(schedule)
  const week = interval === 1 ? 'week' : interval === 2 ? 'two-weeks' : 'as-is'
  const repeats = ({ once: 'once', week, month: 'month' } as const)[every as 'once' | 'week' | 'month'] ?? 'as-is'
  return {
    repeats,
    days: daysOf(schedule),
    startOn: schedule.start.slice(0, 10),
    startAt: schedule.start.slice(11),
    minutes: String(schedule.durationMinutes),
    ...(until && { until }),
  }
}

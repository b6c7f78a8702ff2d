import type { Answer, Input } from '../../api/index.ts'
import { daysOf, readRecurrence, type Weekday, weekdayOf } from '../activities/recurrence.ts'

export type Activity = Answer<'getActivity'>
type Body = Input<'createActivity'>['body']
type Changes = Input<'updateActivity'>['body']

interface Both {
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

/** What is sent for a new listing. */
export function bodyOf(draft: Draft, zone: string, before?: Activity): Body {
  const { eligibility, role } = draft
  const { partner, capacity } = draft
  const schedule = scheduleOf(draft, zone, before)
  return {
    ...(partner && { partner }),
    name: trimmed(draft.name),
    description: trimmed(draft.description),
    category: draft.category || 'other',
    tags: [...draft.tags],
    languages: [...draft.languages],
    ...(schedule && { schedule }),
    location: locationOf(draft, before),
    cost: costOf(draft),
    ...(isWritten(eligibility) && { eligibility: trimmed(eligibility) }),
    accessibility: [...draft.accessibility],
    barriersAnswered: [...draft.barriersAnswered],
    ...(capacity && { capacity: Number(capacity) }),
    admission: draft.admission,
    contact: {
      ...(draft.contactName.trim() && { name: draft.contactName.trim() }),
      ...(draft.contactPhone.trim() && { phone: draft.contactPhone.trim() }),
      ...(draft.contactEmail.trim() && { email: draft.contactEmail.trim() }),
    },
    volunteerRoles: [...(isWritten(role) ? [trimmed(role)] : []), ...(before?.volunteerRoles.slice(1) ?? [])],
    leaders: [...draft.leaders],
    visibility: visibilityOf(draft, before),
  }
}

const removable = ['partner', 'schedule', 'eligibility', 'capacity'] as const

/** What is sent for a change: the fields that differ, and null for those that were taken away. */
export function changesOf(draft: Draft, zone: string, before: Activity): Changes {
  const after = bodyOf(draft, zone, before)
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Activity]),
  )
  const removed = removable.filter((field) => before[field] !== undefined && after[field] === undefined)
  return Object.fromEntries([...changed, ...removed.map((field) => [field, null])]) as Changes
}

function scheduleOf(draft: Draft, zone: string, before?: Activity): Body['schedule'] {
  const { repeats, days, startOn, startAt, minutes, until } = draft
  if (repeats === 'none') return undefined
  const kept = before?.schedule
  const isSame = before && JSON.stringify(pick(draft)) === JSON.stringify(pick(draftOf(before, startOn)))
  if (kept && isSame) return kept
  const rest = {
    durationMinutes: Number(minutes),
    zone: kept?.zone ?? zone,
    ...(kept?.except && { except: kept.except }),
  }
  const start = `${startOn}T${startAt}`
  if (repeats === 'as-is') return { ...rest, start, ...(kept?.rrule && { rrule: kept.rrule }) }
  if (repeats === 'once') return { ...rest, start }
  const end = `;UNTIL=${until.replaceAll('-', '')}T235959Z`
  const weekday = weekdayOf(start)
  const byDay = (days.length > 0 ? days : [weekday]).join(',').toUpperCase()
  const nth = Math.ceil(Number(startOn.slice(8)) / 7)
  const rule = {
    week: `FREQ=WEEKLY;BYDAY=${byDay}`,
    'two-weeks': `FREQ=WEEKLY;INTERVAL=2;BYDAY=${byDay}`,
    month: `FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekday.toUpperCase()}`,
  }[repeats]
  return { ...rest, start, rrule: `${rule}${end}` }
}

function pick({ repeats, days, startOn, startAt, minutes, until }: Draft) {
  return { repeats, days, startOn, startAt, minutes, until }
}

function locationOf({ place, placeName, address, town, url }: Draft, before?: Activity): Body['location'] {
  if (place === 'home') return { kind: 'home' }
  if (place === 'virtual') return { kind: 'virtual', ...(url.trim() && { url: url.trim() }) }
  const where = { name: trimmed(placeName), ...(address.trim() && { address: address.trim() }), town: town.trim() }
  const known = before?.location
  // Where it is on the map stays as long as it is called the same.
  const isThere = known?.kind === 'place' && known.name.en === where.name.en && known.town === where.town
  return { kind: 'place', ...where, ...(isThere && known.position && { position: known.position }) }
}

function costOf({ cost, dollars, waivable }: Draft): Body['cost'] {
  if (cost !== 'fee') return { kind: cost }
  return { kind: 'fee', cents: Math.round(Number(dollars.replace(',', '.')) * 100), waivable }
}

function visibilityOf({ visibility }: Draft, before?: Activity): Activity['visibility'] {
  if (visibility !== 'shared') return { kind: visibility }
  return before?.visibility.kind === 'shared' ? before.visibility : { kind: 'centre' }
}

function isWritten({ en, fr }: Both): boolean {
  return en.trim() !== '' || fr.trim() !== ''
}

function trimmed({ en, fr }: Both): Both {
  return { en: en.trim(), fr: fr.trim() }
}

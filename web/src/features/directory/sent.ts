import { weekdayOf } from '../../../../shared/activities/rule.ts'
import type { Input } from '../../api/index.ts'
import { type Activity, type Both, type Draft, draftOf } from './draft.ts'

type Body = Input<'createActivity'>['body']
type Changes = Input<'updateActivity'>['body']

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

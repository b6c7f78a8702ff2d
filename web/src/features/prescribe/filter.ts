import { daysOf, type Weekday } from '../../../../shared/activities/rule.ts'
import { hasRoom } from '../../../../shared/activities/words.ts'
import type { Answer } from '../../api/index.ts'
import { plain } from '../../i18n/plain.ts'

export type Match = Answer<'matchActivities'>['items'][number]

/** What a navigator asks of the activities that fit. What is empty is not asked. */
export interface Filter {
  readonly text: string
  readonly language: string
  readonly day: Weekday | ''
  /** Kilometres. */
  readonly within: string
  readonly only: readonly Only[]
}

export const onlys = ['free', 'step-free', 'transport', 'places', 'volunteer'] as const
export type Only = (typeof onlys)[number]

export const noFilter: Filter = { text: '', language: '', day: '', within: '', only: [] }

/** Whether an activity is what was asked for. Pure. */
export function fits({ activity, reasons }: Match, { text, language, day, within, only }: Filter): boolean {
  const km = reasons.find(({ code }) => code === 'distance')?.params.km
  const isNear =
    within === '' || activity.location.kind !== 'place' || (km !== undefined && Number(km) <= Number(within))
  return (
    isNear &&
    hasWords(activity, text) &&
    (language === '' || activity.languages.includes(language)) &&
    (day === '' || daysOf(activity.schedule).includes(day)) &&
    only.every((each) => has[each](activity))
  )
}

const has: Record<Only, (activity: Match['activity']) => boolean> = {
  free: ({ cost }) => cost.kind !== 'fee',
  'step-free': ({ accessibility, location }) => accessibility.includes('step-free') || location.kind !== 'place',
  transport: ({ barriersAnswered, location }) => barriersAnswered.includes('transport') || location.kind !== 'place',
  places: hasRoom,
  volunteer: ({ volunteerRoles, category }) => volunteerRoles.length > 0 || category === 'volunteering',
}

/** Every word is in its names, descriptions, interests or place, in either language, whatever its accents. */
function hasWords({ name, description, tags, location }: Match['activity'], text: string): boolean {
  const where = location.kind === 'place' ? [location.name.en, location.name.fr, location.town] : []
  const all = plain([name.en, name.fr, description.en, description.fr, ...tags, ...where].join('\n'))
  return plain(text)
    .split(/\s+/)
    .every((word) => all.includes(word))
}

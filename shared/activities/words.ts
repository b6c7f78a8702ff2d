import { capital } from '../i18n/capital.ts'
import { day, dollars, languageName, list, time } from '../i18n/formats.ts'
import type { Text } from '../i18n/text.ts'
import { readRecurrence } from './rule.ts'
import type { ActivityView } from './view.ts'

/** When it happens, in words: `Tuesdays, 1:30 p.m. to 3:00 p.m.`, `Le mardi, de 13 h 30 à 15 h`. */
export function whenWords(schedule: ActivityView['schedule'] | undefined, say: Text): string {
  if (schedule === undefined) return say('activities.no-schedule')
  const { every, interval, days, nth } = readRecurrence(schedule)
  const from = new Date(`${schedule.start}Z`)
  const hours = say('activities.hours', {
    from: time(from, say.locale, 'UTC'),
    to: time(new Date(from.getTime() + schedule.durationMinutes * 60_000), say.locale, 'UTC'),
  })
  const named = list(
    days.map((each) => say(`activities.days.${each}`)),
    say.locale,
  )
  const words = {
    once: () => day(schedule.start.slice(0, 10), say.locale),
    day: () => say('activities.daily'),
    week: () => (interval === 1 ? named : say('activities.weeks', { days: named, count: interval })),
    month: () => say(`activities.monthly.${nth}`, { day: say(`activities.day.${days[0]}`) }),
    other: () => say('activities.several-dates'),
  }[every]()
  return capital(every === 'other' ? words : `${words}, ${hours}`)
}

export function whereWords({ location }: Pick<ActivityView, 'location'>, say: Text): string {
  if (location.kind !== 'place') return say(`activities.location.${location.kind}`)
  return [location.name[say.locale], location.address, location.town].filter(Boolean).join(', ')
}

export function costWords({ cost }: Pick<ActivityView, 'cost'>, say: Text): string {
  if (cost.kind !== 'fee') return say(`activities.cost.${cost.kind}`)
  const amount = dollars(cost.cents, say.locale)
  return cost.waivable ? say('activities.cost.waivable', { amount }) : amount
}

export function languageWords({ languages }: Pick<ActivityView, 'languages'>, say: Text): string {
  return capital(
    list(
      languages.map((code) => languageName(code, say.locale)),
      say.locale,
    ),
  )
}

/** Whether there is room, in words. */
export function placesWords(
  { placesLeft, admission }: Pick<ActivityView, 'placesLeft' | 'admission'>,
  say: Text,
): string {
  if (admission === 'no-capacity') return say('activities.places.none')
  if (admission === 'waitlist' || placesLeft === 0) return say('activities.places.waitlist')
  return placesLeft === null ? say('activities.places.open') : say('activities.places.left', { count: placesLeft })
}

export function hasRoom({ placesLeft, admission }: Pick<ActivityView, 'placesLeft' | 'admission'>): boolean {
  return placesLeft !== 0 && (admission === 'capacity' || admission === 'additional-assessment-required')
}

/** A few codes in words, as one line. */
export function codeWords(codes: readonly string[], group: string, say: Text): string {
  return capital(codes.map((code) => codeWord(code, group, say)).join(', '))
}

/** A code in words; an interest of one's own has no code, and is its own word. */
export function codeWord(code: string, group: string, say: Text): string {
  const key = `${group}.${code}`
  const words = say(key)
  return words === key ? code : words
}

import type { Client } from '../clients/schema.ts'
import type { accessibilities, barriers } from '../core/codes.ts'
import type { Position } from './distance.ts'
import { distanceOf } from './filter.ts'
import { hasRoom, placesLeft } from './room.ts'
import type { Activity, Places } from './schema.ts'
import { isStale } from './view.ts'

/** One thing that speaks for an activity, or that the navigator should know of it: a code, and what fills its words. */
export interface Reason {
  /** `interest:gardening`, `distance`: the part before the colon has the words. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** What a match depends on beside the client and the activity. */
export interface MatchFacts {
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** Where the client sets out from: home where it is known, else the centre. */
  readonly from: { readonly position: Position; readonly of: 'client' | 'centre' }
  readonly places?: Places | undefined
}

/** What of a client a match looks at. */
export type Wishes = Pick<Client, 'interests' | 'locale' | 'languages' | 'barriers' | 'needsInterpreter'>
type Barrier = (typeof barriers)[number]

/** What each reason adds. `distance` is for no way at all, and half of it for ten kilometres. */
const weights = {
  interest: 15,
  language: 20,
  distance: 20,
  home: 20,
  virtual: 10,
  answers: 10,
  free: 5,
  places: 5,
  assessment: 0,
  waitlist: -25,
  stale: -5,
} as const

const halfwayKm = 10

/** What of an activity answers a barrier though its organiser does not say so. */
const answeredBy: Partial<Record<Barrier, readonly (typeof accessibilities)[number][]>> = {
  mobility: ['step-free'],
  'hearing-vision': ['hearing-loop', 'large-print', 'asl'],
  anxiety: ['quiet-space'],
}

/** A reason, and what it adds to the score. */
interface Weighed extends Reason {
  readonly worth: number
}

/** Everything that speaks for an activity, or against it. Pure. */
export function reasonsFor(client: Wishes, activity: Activity, facts: MatchFacts): Weighed[] {
  return [
    ...interestReasons(client, activity),
    ...languageReasons(client, activity),
    ...wayReasons(activity, facts.from),
    ...barrierReasons(client, activity),
    ...placeReasons(activity, facts.places),
    ...(isStale(activity, facts.today) ? [reason('stale', weights.stale, { date: activity.verifiedOn })] : []),
  ]
}

function reason(code: string, worth: number, params: Reason['params'] = {}): Weighed {
  return { code, worth, params }
}

function interestReasons({ interests }: Wishes, { tags }: Activity): Weighed[] {
  return [...new Set(tags)]
    .filter((tag) => interests.includes(tag))
    .map((interest) => reason(`interest:${interest}`, weights.interest, { interest }))
}

function languageReasons({ locale, languages }: Wishes, activity: Activity): Weighed[] {
  const language = [locale, ...languages].find((spoken) => activity.languages.includes(spoken))
  return language === undefined ? [] : [reason(`language:${language}`, weights.language, { language })]
}

function wayReasons(activity: Activity, { position, of }: MatchFacts['from']): Weighed[] {
  const { kind } = activity.location
  if (kind !== 'place') return [reason(kind, weights[kind])]
  const km = distanceOf(activity, position)
  if (km === undefined) return []
  const worth = weights.distance / (1 + km / halfwayKm)
  return [reason('distance', worth, { km: Math.round(km * 10) / 10, of })]
}

function barrierReasons({ barriers, needsInterpreter }: Wishes, activity: Activity): Weighed[] {
  const codes = new Set([...barriers.map(({ code }) => code), ...(needsInterpreter ? ['interpreter' as const] : [])])
  const answered = [...codes].filter((barrier) => answers(activity, barrier))
  return [
    ...answered.map((barrier) => reason(`answers:${barrier}`, weights.answers, { barrier })),
    ...(activity.cost.kind === 'free' ? [reason('free', weights.free)] : []),
  ]
}

function answers(activity: Activity, barrier: Barrier): boolean {
  const { barriersAnswered, accessibility, cost, location } = activity
  // What somebody calls `other` is answered by nothing that a list could know.
  if (barrier === 'other') return false
  if (barriersAnswered.includes(barrier)) return true
  if (barrier === 'cost') return cost.kind !== 'fee' || cost.waivable
  const needsNoWay = location.kind !== 'place'
  if (needsNoWay && (barrier === 'transport' || barrier === 'mobility')) return true
  return (answeredBy[barrier] ?? []).some((feature) => accessibility.includes(feature))
}

function placeReasons(activity: Activity, places: Places | undefined): Weighed[] {
  if (!hasRoom(activity, places)) {
    return [reason('waitlist', weights.waitlist, { ahead: places?.waiting.length ?? 0 })]
  }
  const left = placesLeft(activity, places)
  return [
    left === null ? reason('open', weights.places) : reason('places', weights.places, { left }),
    ...(activity.admission === 'additional-assessment-required' ? [reason('assessment', weights.assessment)] : []),
  ]
}

import { kind } from '../db/kind.ts'

/** How often each value came up: `{ '3': 7 }`. Adds up across months and centres. */
export type Histogram = Readonly<Record<string, number>>

/**
 * One month's referrals of one centre, counted: how far those that came in that month got, how long they waited, what
 * their measures said. No person in it. Every member is additive, so months and centres add up.
 */
export interface CohortMonth {
  /** `YYYY-MM` in the centre's calendar. */
  readonly id: string
  readonly version: number
  /** Referrals of the month by milestone reached. */
  readonly milestones: Histogram
  /** Whole days from the request to the first contact, and how many referrals waited that long. */
  readonly daysToContact: Histogram
  readonly daysToPrescription: Histogram
  readonly closings: Histogram
  /** By `<instrument>:<phase>`: outcomes on record, and those with a score. */
  readonly recorded: Histogram
  readonly scored: Histogram
  /** By `<instrument>:<phase>`, the joint histogram of `<baseline>:<follow-up>`. */
  readonly pairs: Readonly<Record<string, Histogram>>
}

export const CohortMonth = kind<CohortMonth>({ name: 'cohort', table: 'insights' })

/** The events of one second that are in the figures already: what makes folding exactly once. */
export interface Folded {
  /** Second of the event ids' timestamps, as `YYYY-MM-DDTHH:MM:SS`. */
  readonly id: string
  readonly version: number
  readonly events: readonly string[]
  /** When it was last added to. */
  readonly foldedAt: string
}

/** A stream hands over what is at most a day old, a dead-letter queue two weeks: after that nothing comes again. */
const rememberedSeconds = 30 * 86_400

export const Folded = kind<Folded>({
  name: 'folded',
  table: 'insights',
  expires: ({ foldedAt }) => Math.floor(Date.parse(foldedAt) / 1000) + rememberedSeconds,
})

/** A month with nothing in it yet. */
export function emptyMonth(id: string): CohortMonth {
  return {
    id,
    version: 0,
    milestones: {},
    daysToContact: {},
    daysToPrescription: {},
    closings: {},
    recorded: {},
    scored: {},
    pairs: {},
  }
}

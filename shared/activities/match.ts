import { type MatchFacts, type Reason, reasonsFor, type Wishes } from './reasons.ts'
import type { Activity } from './schema.ts'

export interface Match {
  readonly activity: Activity
  /** Higher fits better; of use only beside the other scores of the same client. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

/**
 * How well an activity fits a client, and why. Pure.
 * @returns undefined for an activity that is closed or takes nobody in. A full one has its waiting list, and ranks lower.
 */
export function match(client: Wishes, activity: Activity, facts: MatchFacts): Match | undefined {
  if (activity.status === 'closed' || activity.admission === 'no-capacity') return undefined
  const found = reasonsFor(client, activity, facts)
  const score = found.reduce((sum, { worth }) => sum + worth, 0)
  return {
    activity,
    score: Math.round(score * 100) / 100,
    reasons: found.map(({ code, params }) => ({ code, params })),
  }
}

/** The best first; of two alike, the one that was listed first. */
export function ranked(matches: readonly Match[]): Match[] {
  return matches.toSorted((a, b) => b.score - a.score || (a.activity.id < b.activity.id ? -1 : 1))
}

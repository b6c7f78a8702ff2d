import type { Event, Facts } from '../db/event.ts'
import type { CohortMonth, Histogram } from './schema.ts'

/** Events that say something for the figures: the type, and what it adds. */
const folds: Readonly<Record<string, (month: CohortMonth, event: Event) => CohortMonth>> = {
  'referral.requested': (month) => milestone(month, 'referred', 1),
  'referral.contacted': (month, event) => ({
    ...milestone(month, 'contacted', 1),
    daysToContact: plus(month.daysToContact, String(event.facts.days), 1),
  }),
  'referral.uncontacted': (month, event) => ({
    ...milestone(month, 'contacted', -1),
    daysToContact: plus(month.daysToContact, String(event.facts.days), -1),
  }),
  'referral.prescribed': (month, event) => ({
    ...milestone(month, 'prescribed', 1),
    daysToPrescription: plus(month.daysToPrescription, String(event.facts.days), 1),
  }),
  'referral.unprescribed': (month, event) => ({
    ...milestone(month, 'prescribed', -1),
    daysToPrescription: plus(month.daysToPrescription, String(event.facts.days), -1),
  }),
  'referral.attended': (month) => milestone(month, 'attended', 1),
  'referral.completed': (month, event) => closing(milestone(month, 'completed', 1), event),
  'referral.rejected': closing,
  'referral.cancelled': closing,
  'referral.failed': closing,
  'referral.retracted': retracted,
  'outcome.recorded': (month, event) => outcome(month, event, 1),
  'outcome.retracted': (month, event) => outcome(month, event, -1),
}

/** The month an event counts for: the one its referral came in. Undefined for events that count nowhere. */
export function cohortOf(event: Event): string | undefined {
  return event.type in folds && typeof event.facts.cohort === 'string' ? event.facts.cohort : undefined
}

/** A month's figures with one more event in them. Pure, and the same whatever the order of events. */
export function fold(month: CohortMonth, event: Event): CohortMonth {
  return folds[event.type]?.(month, event) ?? month
}

function milestone(month: CohortMonth, name: string, by: number): CohortMonth {
  return { ...month, milestones: plus(month.milestones, name, by) }
}

function closing(month: CohortMonth, { type, facts }: Event): CohortMonth {
  const status = type.slice('referral.'.length)
  return { ...month, closings: plus(month.closings, `${status}:${facts.reason}`, 1) }
}

/** A referral entered in error leaves with all it had put in: milestones, days waited, how it ended, outcomes. */
function retracted(month: CohortMonth, { facts }: Event): CohortMonth {
  const passed = Array.isArray(facts.passed) ? facts.passed.map(String) : []
  const without = (histogram: Histogram, value: unknown) =>
    value === undefined ? histogram : plus(histogram, String(value), -1)
  const left = {
    ...passed.reduce((counted, name) => milestone(counted, name, -1), month),
    daysToContact: without(month.daysToContact, facts.daysToContact),
    daysToPrescription: without(month.daysToPrescription, facts.daysToPrescription),
    closings: without(month.closings, facts.closing),
  }
  const outcomes = (facts.outcomes ?? []) as readonly Facts[]
  return outcomes.reduce((counted: CohortMonth, lost) => outcome(counted, { facts: lost }, -1), left)
}

interface Pair {
  readonly phase: string
  readonly baseline: number
  readonly followUp: number
}

function outcome(month: CohortMonth, { facts }: Pick<Event, 'facts'>, by: number): CohortMonth {
  const { instrument, phase, score } = facts
  const name = `${instrument}:${phase}`
  const pairs = new Map(Object.entries(month.pairs))
  for (const pair of (facts.pairs ?? []) as readonly Pair[]) {
    const joint = `${instrument}:${pair.phase}`
    pairs.set(joint, plus(pairs.get(joint) ?? {}, `${pair.baseline}:${pair.followUp}`, by))
  }
  return {
    ...month,
    recorded: plus(month.recorded, name, by),
    scored: score === null ? month.scored : plus(month.scored, name, by),
    pairs: Object.fromEntries(pairs),
  }
}

/** A histogram with `by` more of one value; a value that comes to nothing is left out. */
export function plus(histogram: Histogram, value: string, by: number): Histogram {
  const { [value]: before = 0, ...rest } = histogram
  return before + by === 0 ? rest : { ...rest, [value]: before + by }
}

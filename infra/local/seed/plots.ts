import type { PrescriptionStatus } from '../../../shared/prescriptions/status.ts'
import type { ReferralStatus } from '../../../shared/referrals/status.ts'
import { random } from './random.ts'

/** How a referral of the seed goes. */
export interface Plot {
  /** Days before today on which it comes in. */
  readonly daysAgo: number
  readonly ends: ReferralStatus
  readonly reason?: string
  /** Calls that nobody answers, before the one that does, or before the navigator gives up. */
  readonly unanswered?: number
  /** Where each prescription ends up; none before the client was reached. */
  readonly prescriptions?: readonly PrescriptionStatus[]
  readonly measured?: 'baseline' | '3-months'
}

/** The plots of one centre: all of them, some once more, and no two centres on the same days. */
export function plotsOf(centre: string): readonly Plot[] {
  const draw = random(`${centre} plots`)
  const others = plots.filter(
    ({ prescriptions = [] }) => !prescriptions.some((ends) => ends === 'accepted' || ends === 'on-hold'),
  )
  return [...plots, ...draw.some(others, draw.int(0, 3))].map((plot) => ({
    ...plot,
    daysAgo: plot.daysAgo + (plot.daysAgo < 20 ? draw.int(0, 1) : draw.int(-4, 4)),
  }))
}

/**
 * Every status of a referral and of a prescription, over eight months. Two prescriptions are accepted for the group with
 * two places before somebody has to wait for it.
 */
const plots: readonly Plot[] = [
  {
    daysAgo: 235,
    ends: 'completed',
    reason: 'goals-met',
    prescriptions: ['completed', 'completed'],
    measured: '3-months',
  },
  {
    daysAgo: 205,
    ends: 'completed',
    reason: 'goals-partly-met',
    unanswered: 1,
    prescriptions: ['completed', 'failed'],
    measured: '3-months',
  },
  { daysAgo: 180, ends: 'failed', reason: 'unable-to-reach', unanswered: 3 },
  { daysAgo: 160, ends: 'in-progress', prescriptions: ['in-progress', 'cancelled'], measured: '3-months' },
  { daysAgo: 130, ends: 'cancelled', reason: 'client-declined' },
  {
    daysAgo: 115,
    ends: 'in-progress',
    unanswered: 1,
    prescriptions: ['rejected', 'in-progress'],
    measured: 'baseline',
  },
  { daysAgo: 90, ends: 'rejected', reason: 'out-of-area' },
  { daysAgo: 75, ends: 'on-hold', reason: 'away', prescriptions: ['accepted'], measured: 'baseline' },
  { daysAgo: 60, ends: 'in-progress', prescriptions: ['accepted', 'entered-in-error'] },
  { daysAgo: 52, ends: 'in-progress', prescriptions: ['in-progress'] },
  { daysAgo: 40, ends: 'in-progress', prescriptions: ['on-hold'], measured: 'baseline' },
  { daysAgo: 25, ends: 'in-progress', unanswered: 1, prescriptions: ['requested'] },
  { daysAgo: 17, ends: 'requested' },
  { daysAgo: 12, ends: 'accepted', unanswered: 1 },
  { daysAgo: 9, ends: 'in-progress', prescriptions: ['proposed'] },
  { daysAgo: 4, ends: 'entered-in-error' },
  { daysAgo: 2, ends: 'requested' },
]

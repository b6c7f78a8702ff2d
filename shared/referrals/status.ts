import type { Transitions } from '../core/transition.ts'

/** FHIR R4 Task statuses, as the Gravity SDOH Clinical Care guide uses them for a referral. */
export const referralStatuses = [
  'requested',
  'accepted',
  'in-progress',
  'on-hold',
  'completed',
  'rejected',
  'cancelled',
  'failed',
  'entered-in-error',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** What may follow what. */
export const referralTransitions: Transitions<ReferralStatus> = {
  requested: ['accepted', 'rejected', 'cancelled', 'entered-in-error'],
  accepted: ['in-progress', 'on-hold', 'completed', 'cancelled', 'failed', 'entered-in-error'],
  'in-progress': ['on-hold', 'completed', 'cancelled', 'failed', 'entered-in-error'],
  'on-hold': ['in-progress', 'entered-in-error'],
  completed: ['entered-in-error'],
  rejected: ['entered-in-error'],
  cancelled: ['entered-in-error'],
  failed: ['entered-in-error'],
  'entered-in-error': [],
}

/** Whether a navigator has it, and it is not over. A paused one counts: the client may ring. */
export function isUnderWay(status: ReferralStatus): boolean {
  return status === 'accepted' || status === 'in-progress' || status === 'on-hold'
}

/** Whether activities are chosen for it now: not while it is paused. */
export function takesPrescriptions(status: ReferralStatus): boolean {
  return status === 'accepted' || status === 'in-progress'
}

/** Whether somebody still has something to do about it. */
export function isOpen(status: ReferralStatus): boolean {
  return status === 'requested' || isUnderWay(status)
}

import type { Transitions } from '../core/transition.ts'

/** FHIR R4 Task statuses, as a prescription to an activity goes through them. */
export const prescriptionStatuses = [
  'proposed',
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
export type PrescriptionStatus = (typeof prescriptionStatuses)[number]

/** What may follow what. `on-hold` is the waiting list. */
export const prescriptionTransitions: Transitions<PrescriptionStatus> = {
  proposed: ['requested', 'cancelled', 'entered-in-error'],
  requested: ['accepted', 'rejected', 'on-hold', 'cancelled', 'entered-in-error'],
  'on-hold': ['accepted', 'rejected', 'cancelled', 'entered-in-error'],
  accepted: ['in-progress', 'completed', 'cancelled', 'failed', 'entered-in-error'],
  'in-progress': ['completed', 'cancelled', 'failed', 'entered-in-error'],
  completed: ['entered-in-error'],
  rejected: ['entered-in-error'],
  cancelled: ['entered-in-error'],
  failed: ['entered-in-error'],
  'entered-in-error': [],
}

/** Whether it is on a navigator's list by itself: to be sent, or to be answered. Then it is its referral that comes back. */
export function isAwaited(status: PrescriptionStatus): boolean {
  return status === 'proposed' || status === 'requested'
}

/** Whether the partner is to see it: asked, and not over. */
export function isWithPartner(status: PrescriptionStatus): boolean {
  return status === 'requested' || status === 'on-hold' || status === 'accepted' || status === 'in-progress'
}

/** Whether it still counts of what was chosen: not taken off, not declined, no error. */
export function isOnPlan(status: PrescriptionStatus): boolean {
  return !['cancelled', 'entered-in-error', 'rejected', 'failed'].includes(status)
}

/** Whether it takes one of the activity's places. */
export function takesPlace(status: PrescriptionStatus): boolean {
  return status === 'requested' || status === 'accepted' || status === 'in-progress'
}

import { daysBetween } from '../core/time.ts'
import type { Kind } from '../db/kind.ts'
import { isOpen } from '../outcomes/follow-ups.ts'
import { FollowUp } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from '../referrals/schema.ts'
import type { HandOff, Task } from './schema.ts'

/** What the `today` index holds. */
export type Snapshot = Referral | Prescription | FollowUp | HandOff

/** A task before anything of its client is known but the id. */
export type Due = Omit<Task, 'clientName' | 'age' | 'locale' | 'needsInterpreter' | 'safeContact' | 'doNotContact'>

type Read = Pick<Due, 'kind' | 'referral' | 'dueOn' | 'urgency' | 'status' | 'reasons'>

/**
 * What a thing asks somebody to do.
 * @param today in the centre's calendar, `YYYY-MM-DD`.
 * @returns undefined for what asks nothing (any more): what is not in the `today` index, and a follow-up whose window has
 *   not opened yet, or has closed.
 */
export function taskOf(snapshot: Snapshot, today: string): Due | undefined {
  const read = readOf(snapshot, today)
  if (read === undefined) return undefined
  return {
    ...read,
    subject: snapshot.id,
    subjectVersion: snapshot.version,
    client: snapshot.client,
    daysOverdue: Math.max(0, daysBetween(read.dueOn, today)),
  }
}

function readOf(snapshot: Snapshot, today: string): Read | undefined {
  if (is(Referral, snapshot)) return ofReferral(snapshot)
  if (is(Prescription, snapshot)) return ofPrescription(snapshot)
  return is(FollowUp, snapshot) ? ofFollowUp(snapshot, today) : ofHandOff(snapshot)
}

/** Ids tell their kind. */
export function is<T extends Snapshot>({ name }: Kind<T>, snapshot: Snapshot): snapshot is T {
  return snapshot.id.startsWith(`${name}_`)
}

function ofReferral(referral: Referral): Read | undefined {
  const kind = referralTask(referral)
  if (kind === undefined) return undefined
  const { id, nextActionOn, urgency, status, reasons } = referral
  return { kind, referral: id, dueOn: nextActionOn, urgency, status, reasons }
}

/** A first contact is due until somebody reached the client, or prescribed, which takes having met. */
function referralTask({ status, contactedAt, prescribedAt }: Referral): Due['kind'] | undefined {
  switch (status) {
    case 'requested':
      return 'new-referral'
    case 'accepted':
    case 'in-progress':
      return contactedAt === undefined && prescribedAt === undefined ? 'first-contact' : 'next-action'
    case 'on-hold':
      return 'next-action'
    default:
      return undefined
  }
}

function ofPrescription({ status, referral, nextActionOn }: Prescription): Read | undefined {
  const kinds: Partial<Record<typeof status, Due['kind']>> = {
    proposed: 'prescription-to-send',
    requested: 'partner-answer',
  }
  const kind = kinds[status]
  return kind && { kind, referral, dueOn: nextActionOn, urgency: 'routine' }
}

function ofFollowUp(followUp: FollowUp, today: string): Read | undefined {
  const { referral, dueOn } = followUp
  return isOpen(followUp, today) ? { kind: 'follow-up', referral, dueOn, urgency: 'routine' } : undefined
}

/** A positive screen waits for nobody. */
function ofHandOff({ status, referral, dueOn }: HandOff): Read | undefined {
  if (status !== 'requested') return undefined
  return { kind: 'hand-off', ...(referral && { referral }), dueOn, urgency: 'urgent' }
}

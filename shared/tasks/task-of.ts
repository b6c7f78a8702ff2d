import type { Context } from '../core/context.ts'
import { dateIn, daysBetween } from '../core/time.ts'
import type { Kind } from '../db/kind.ts'
import { isOpen } from '../outcomes/follow-ups.ts'
import { FollowUp } from '../outcomes/schema.ts'
import { Prescription } from '../prescriptions/schema.ts'
import { Referral } from '../referrals/schema.ts'
import { isUnderWay } from '../referrals/status.ts'
import type { HandOff, Task } from './schema.ts'

/** What the `today` index holds. */
export type Snapshot = Referral | Prescription | FollowUp | HandOff

/** A task before anything of its client is known but the id. */
export type Due = Omit<Task, 'clientName' | 'age' | 'locale' | 'needsInterpreter' | 'safeContact' | 'doNotContact'>

type Now = { readonly today: string; readonly centre: Pick<Context['centre'], 'zone'> }

type Read = Pick<Due, 'kind' | 'referral' | 'dueOn' | 'urgency' | 'status' | 'reasons'>

/**
 * What a thing asks somebody to do.
 * @param now today, `YYYY-MM-DD` in the centre's calendar, and the centre whose calendar it is.
 * @returns undefined for what asks nothing (any more): what is not in the `today` index, and a follow-up whose window has
 *   not opened yet, or has closed.
 */
export function taskOf(snapshot: Snapshot, now: Now): Due | undefined {
  const read = readOf(snapshot, now)
  if (read === undefined) return undefined
  return {
    ...read,
    subject: snapshot.id,
    subjectVersion: snapshot.version,
    client: snapshot.client,
    daysOverdue: Math.max(0, daysBetween(read.dueOn, now.today)),
  }
}

function readOf(snapshot: Snapshot, now: Now): Read | undefined {
  if (is(Referral, snapshot)) return ofReferral(snapshot, now)
  if (is(Prescription, snapshot)) return ofPrescription(snapshot)
  return is(FollowUp, snapshot) ? ofFollowUp(snapshot, now) : ofHandOff(snapshot)
}

/** Ids tell their kind. */
export function is<T extends Snapshot>({ name }: Kind<T>, snapshot: Snapshot): snapshot is T {
  return snapshot.id.startsWith(`${name}_`)
}

function ofReferral(referral: Referral, now: Now): Read | undefined {
  const kind = hasNews(referral, now) ? 'partner-answered' : referralTask(referral)
  if (kind === undefined) return undefined
  const { id, nextActionOn, urgency, status, reasons } = referral
  return { kind, referral: id, dueOn: nextActionOn, urgency, status, reasons }
}

/** A partner's answer is news until a later day is planned, which takes having seen it. */
function hasNews({ status, partnerAnsweredAt, nextActionOn }: Referral, { centre }: Now): boolean {
  return isUnderWay(status) && partnerAnsweredAt !== undefined && nextActionOn <= dateIn(centre.zone, partnerAnsweredAt)
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

function ofFollowUp(followUp: FollowUp, { today }: Now): Read | undefined {
  const { referral, dueOn } = followUp
  return isOpen(followUp, today) ? { kind: 'follow-up', referral, dueOn, urgency: 'routine' } : undefined
}

/** A positive screen waits for nobody. */
function ofHandOff({ status, referral, dueOn }: HandOff): Read | undefined {
  if (status !== 'requested') return undefined
  return { kind: 'hand-off', ...(referral && { referral }), dueOn, urgency: 'urgent' }
}

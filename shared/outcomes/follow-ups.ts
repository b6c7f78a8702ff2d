import type { Context } from '../core/context.ts'
import type { Change } from '../db/event.ts'
import type { Referral } from '../referrals/schema.ts'
import { followUpStatus } from './follow-up.ts'
import { FollowUp, FollowUpSchema } from './schema.ts'

/** Endings after which nobody rings again: the client said no, has died, or is followed up under another referral. */
const finalReasons: readonly string[] = ['client-declined', 'client-withdrew', 'died', 'duplicate']

export function followUpId(referral: string, phase: FollowUp['phase']): string {
  return `follow-up_${referral.slice('referral_'.length)}_${phase}`
}

/** The follow-ups of a referral as they are kept, the earliest first. */
export async function followUpsOf(ctx: Context, referral: string): Promise<FollowUp[]> {
  const ids = FollowUpSchema.shape.phase.options.map((phase) => followUpId(referral, phase))
  const found = await Promise.all(ids.map((id) => ctx.store.find(FollowUp, id)))
  return found.filter((followUp) => followUp !== undefined)
}

/** One follow-up's step. Nobody names a version of it, so a lost race runs the command again. */
export function followUpStep(before: FollowUp | undefined, after: Omit<FollowUp, 'version'>, verb: string): Change {
  const { referral, phase, dueOn } = after
  return {
    kind: FollowUp,
    before,
    after: { ...after, version: (before?.version ?? 0) + 1 },
    events: [{ type: `follow-up.${verb}`, facts: { referral, phase, dueOn } }],
    contended: true,
  }
}

/**
 * What an ending does to the follow-ups, to be committed with it: most endings leave them due, which is their point.
 * @param referral as the ending leaves it.
 */
export async function cancelFollowUps(ctx: Context, referral: Referral): Promise<Change[]> {
  if (!endsFollowUps(referral)) return []
  const followUps = await followUpsOf(ctx, referral.id)
  return followUps.filter(({ status }) => status === 'due').map(cancelled)
}

export function cancelled(followUp: FollowUp): Change {
  return followUpStep(followUp, { ...followUp, status: 'cancelled' }, 'cancelled')
}

/** Whether nobody is to be asked again for this referral. */
export function endsFollowUps({ status, statusReason }: Referral): boolean {
  if (status === 'entered-in-error') return true
  return (status === 'cancelled' || status === 'failed') && finalReasons.includes(statusReason?.code ?? '')
}

/** Whether a follow-up's window is open and nobody has done it: the days on which it is somebody's task. */
export function isOpen(followUp: FollowUp, today: string): boolean {
  const standing = followUpStatus(followUp, today)
  return followUp.status === 'due' && (standing === 'due' || standing === 'overdue')
}

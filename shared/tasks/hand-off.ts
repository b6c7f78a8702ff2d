import type { Context } from '../core/context.ts'
import { type Change, create } from '../db/event.ts'
import { HandOff } from './schema.ts'

/**
 * Passes a client to a clinician, due today: to be committed with what raised it.
 * @param assignee the clinician; on the unassigned list when nobody is named.
 * @param cause the code of what raised it: `phq-2`.
 * @param raised who did what is to be looked at, and why, where somebody else is to see to it.
 */
export function handOff(
  ctx: Context,
  {
    client,
    referral,
    assignee,
    cause,
    raised,
  }: Pick<HandOff, 'client' | 'cause'> & {
    readonly referral?: string | undefined
    readonly assignee?: string | undefined
    readonly raised?: Required<Pick<HandOff, 'raisedBy' | 'reason'>>
  },
): Change<HandOff> {
  const requested: HandOff = {
    id: ctx.id('hand-off'),
    version: 1,
    client,
    ...(referral !== undefined && { referral }),
    ...(assignee !== undefined && { assignee }),
    cause,
    ...raised,
    dueOn: ctx.today,
    status: 'requested',
    createdAt: ctx.now,
  }
  return create(HandOff, requested, 'requested', { referral, cause, assignee })
}

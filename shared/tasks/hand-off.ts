import type { Context } from '../core/context.ts'
import { type Change, create } from '../db/event.ts'
import { HandOff } from './schema.ts'

/**
 * Passes a client to a clinician, due today: to be committed with what raised it.
 * @param assignee the clinician; on the unassigned list when nobody is named.
 * @param cause the code of what raised it: `phq-2`.
 */
export function handOff(
  ctx: Context,
  {
    client,
    referral,
    assignee,
    cause,
  }: Pick<HandOff, 'client' | 'cause'> & {
    readonly referral?: string | undefined
    readonly assignee?: string | undefined
  },
): Change<HandOff> {
  const requested: HandOff = {
    id: ctx.id('hand-off'),
    version: 1,
    client,
    ...(referral !== undefined && { referral }),
    ...(assignee !== undefined && { assignee }),
    cause,
    dueOn: ctx.today,
    status: 'requested',
    createdAt: ctx.now,
  }
  return create(HandOff, requested, 'requested', { referral, cause, assignee })
}

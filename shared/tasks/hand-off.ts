import type { Context } from '../core/context.ts'
import { type Change, create } from '../db/event.ts'
import { Staff } from '../staff/schema.ts'
import { HandOff } from './schema.ts'

/**
 * Passes a client to a clinician, due today: to be committed with what raised it.
 * @param assignee the clinician; on the unassigned list when nobody is named, or it would not reach them.
 * @param cause the code of what raised it: `phq-2`.
 * @param raised who did what is to be looked at, and why, where somebody else is to see to it.
 */
export async function handOff(
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
): Promise<Change<HandOff>> {
  const requested: HandOff = {
    id: ctx.id('hand-off'),
    version: 1,
    client,
    ...(referral !== undefined && { referral }),
    cause,
    ...raised,
    dueOn: ctx.today,
    status: 'requested',
    createdAt: ctx.now,
  }
  const reached = assignee !== undefined && (await reaches(ctx, requested, assignee)) ? assignee : undefined
  const assigned = { ...requested, ...(reached && { assignee: reached }) }
  return create(HandOff, assigned, 'requested', { referral, cause, assignee: reached })
}

/** Not somebody who has left, nor one from whom the client withholds it: on their list nobody would see it. */
async function reaches({ store }: Context, handOff: HandOff, assignee: string): Promise<boolean> {
  const staff = await store.find(Staff, assignee)
  if (staff === undefined || staff.status === 'deactivated') return false
  return !(await store.withholds(handOff, { id: staff.id, kind: 'person', roles: staff.roles }))
}

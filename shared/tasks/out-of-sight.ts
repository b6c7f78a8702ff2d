import type { Context } from '../core/context.ts'
import { type Change, change } from '../db/event.ts'
import { directivesAgainst, isWithheld } from '../db/shield.ts'
import type { Directive } from '../directives/schema.ts'
import { Staff } from '../staff/schema.ts'
import { HandOff } from './schema.ts'

/**
 * What a directive does to hand-offs that are waiting, to be committed with it: those that their assignee will not see any
 * more go to the list that everybody sees. From now on, even where it is in force later: nobody looks again that day.
 */
export async function handOffsOutOfSight(ctx: Context, directive: Directive): Promise<Change[]> {
  // Whoever records the client's word may not see all that it reaches.
  const handOffs = await ctx.store.asCustodian().queryAll<HandOff>({
    index: 'client',
    partition: `CLIENT#${directive.client}`,
    begins: 'HAND-OFF#',
  })
  const waiting = handOffs.filter(({ status, assignee }) => status === 'requested' && assignee !== undefined)
  const assignees = await ctx.store.findMany(
    Staff,
    waiting.flatMap(({ assignee }) => assignee ?? []),
  )
  return waiting.flatMap((handOff) => {
    const { assignee, ...rest } = handOff
    const staff = assignees.find(({ id }) => id === assignee)
    if (staff === undefined) return []
    const reader = { id: staff.id, kind: 'person', roles: staff.roles }
    const against = directivesAgainst([directive], reader, { today: directive.since, now: ctx.now })
    if (!isWithheld(against, handOff)) return []
    const after: HandOff = { ...rest, version: handOff.version + 1 }
    return [{ ...change(HandOff, handOff, after, 'assigned', { from: assignee }), contended: true }]
  })
}

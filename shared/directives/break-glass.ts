import * as z from 'zod'
import { clientIsActive } from '../clients/active.ts'
import type { Context } from '../core/context.ts'
import { id, text } from '../core/text.ts'
import { addSeconds } from '../core/time.ts'
import { create } from '../db/event.ts'
import { handOff } from '../tasks/hand-off.ts'
import { BreakGlass } from './schema.ts'

export const BreakGlassInput = z.strictObject({
  client: id('client'),
  /** Why it cannot wait for the client's word: read by the privacy officer. */
  reason: text(500),
})

const openSeconds = 15 * 60

/**
 * Opens one client's record to the caller for fifteen minutes, whatever directives withhold. The privacy officer gets a
 * task about it in the same commit, with the reason, which the caller cannot tick off; and everything read meanwhile is in the audit log as ever.
 * @throws NotFound for a client who is not this centre's.
 */
export async function breakGlass(ctx: Context, input: z.infer<typeof BreakGlassInput>): Promise<BreakGlass> {
  ctx.require('directives:break-glass')
  const glass: BreakGlass = {
    ...input,
    id: ctx.id('break-glass'),
    version: 1,
    staff: ctx.actor.id,
    openedAt: ctx.now,
    until: addSeconds(ctx.now, openSeconds),
  }
  const { privacyOfficer } = ctx.centre.settings
  const told = await handOff(ctx, {
    client: input.client,
    // Where the officer is the one who looks, everybody is told.
    assignee: privacyOfficer === ctx.actor.id ? undefined : privacyOfficer,
    cause: 'break-glass',
    raised: { raisedBy: ctx.actor.id, reason: input.reason },
  })
  return ctx.store.commit([create(BreakGlass, glass, 'opened', { until: glass.until }), told], {
    checks: [clientIsActive(input.client)],
  })
}

import * as z from 'zod'
import { Centre, CentreSchema } from '../centres/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, InvalidInput } from '../core/errors.ts'
import { change, create } from '../db/event.ts'
import { Offboarding } from './schema.ts'

export const OffboardInput = z.strictObject({
  /** The centre's own id, typed out: nobody does this by a slip of the finger. */
  confirm: CentreSchema.shape.id,
})

/**
 * The centre leaves: everything it owns is exported, the files are read back, and then all of it is disposed of. From
 * this moment on nothing of it changes any more, and within a minute its doors are shut: an administrator sees how far it
 * is, and nobody anything else.
 * @throws InvalidInput unless `confirm` is the centre's id; Conflict `offboarding-begun` when it is under way.
 */
export async function beginOffboarding(ctx: Context, { confirm }: z.infer<typeof OffboardInput>): Promise<Offboarding> {
  ctx.require('centre:offboard')
  if (confirm !== ctx.tenant) throw new InvalidInput([{ pointer: '#/confirm', code: 'confirm-centre' }])
  const [centre, known, timeline] = await Promise.all([
    ctx.store.get(Centre, ctx.tenant),
    ctx.store.find(Offboarding, ctx.tenant),
    ctx.store.timeline(Centre, ctx.tenant, { limit: 1 }),
  ])
  if (known !== undefined && known.status !== 'stopped') throw new Conflict('offboarding-begun')
  const { id, name, zone } = centre
  const begun: Offboarding = {
    id,
    version: (known?.version ?? 0) + 1,
    name,
    zone,
    status: 'closing',
    requestedAt: ctx.now,
    requestedBy: ctx.actor.id,
    since: timeline.items[0]?.at ?? ctx.now,
    folder: `${id}/${ctx.now.replaceAll(/[-:]|\.\d+/g, '')}`,
    files: [],
    disposed: [],
  }
  const step = known === undefined ? create(Offboarding, begun, 'begun') : change(Offboarding, known, begun, 'begun')
  const leaving: Centre = { ...centre, status: 'leaving', version: centre.version + 1 }
  return ctx.store.commit([
    { ...step, contended: true },
    { ...change(Centre, centre, leaving, 'leaving'), contended: true },
  ])
}

import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { Signpost } from './schema.ts'

/**
 * Marks a signpost of one's own as entered in error; it stays on record.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `entered-in-error` when it is so marked already,
 *   `signpost-of-somebody-else`.
 */
export async function retractSignpost(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<Signpost> {
  ctx.require('signposts:retract')
  const signpost = await ctx.store.get(Signpost, input.id, input)
  if (signpost.status === 'entered-in-error') throw new Conflict('entered-in-error')
  if (signpost.by !== ctx.actor.id) throw new Conflict('signpost-of-somebody-else')
  const retracted: Signpost = { ...signpost, version: signpost.version + 1, status: 'entered-in-error' }
  return ctx.store.commit([change(Signpost, signpost, retracted, 'retracted', { needs: signpost.needs })])
}

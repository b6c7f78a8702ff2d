import type { Context } from '../core/context.ts'
import { Conflict } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { Directive } from './schema.ts'

/**
 * Lifts a directive at the client's word.
 * @throws NotFound, also for somebody from whom it withholds the record; PreconditionFailed when `ifMatch` is stale;
 *   Conflict `directive-lifted` the second time.
 */
export async function liftDirective(
  ctx: Context,
  input: { readonly id: string; readonly ifMatch: number },
): Promise<Directive> {
  ctx.require('directives:lift')
  const directive = await ctx.store.get(Directive, input.id, input)
  if (directive.status === 'lifted') throw new Conflict('directive-lifted')
  const lifted: Directive = {
    ...directive,
    version: directive.version + 1,
    status: 'lifted',
    liftedAt: ctx.now,
    liftedBy: ctx.actor.id,
  }
  return ctx.store.commit([change(Directive, directive, lifted, 'lifted')])
}

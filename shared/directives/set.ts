import { clientIsActive } from '../clients/active.ts'
import type { Context } from '../core/context.ts'
import { create } from '../db/event.ts'
import { Directive, type DirectiveInput } from './schema.ts'

/**
 * Records a client's instruction to withhold: in force in every read from the moment it is written.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see.
 */
export async function setDirective(
  ctx: Context,
  input: DirectiveInput & { readonly client: string },
): Promise<Directive> {
  ctx.require('directives:set')
  const directive: Directive = {
    ...input,
    id: ctx.id('directive'),
    version: 1,
    since: input.since ?? ctx.today,
    status: 'active',
    recordedAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
  const facts = { scope: input.scope.kind, against: input.against.kind }
  return ctx.store.commit([create(Directive, directive, 'set', facts)], { checks: [clientIsActive(input.client)] })
}

import { clientIsActive } from '../clients/active.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { create } from '../db/event.ts'
import { Partner } from '../partners/schema.ts'
import { Staff } from '../staff/schema.ts'
import { Directive, type DirectiveInput } from './schema.ts'

/**
 * Records a client's instruction to withhold: in force in every read from the moment it is written.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see; InvalidInput against somebody
 *   whom this centre does not know, from whom nothing would be withheld.
 */
export async function setDirective(
  ctx: Context,
  input: DirectiveInput & { readonly client: string },
): Promise<Directive> {
  ctx.require('directives:set')
  await checkAgainst(ctx, input.against)
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

async function checkAgainst({ store }: Context, against: Directive['against']): Promise<void> {
  if (against.kind === 'person' && !(await store.find(Staff, against.staff))) {
    throw new InvalidInput([{ pointer: '#/against/staff', code: 'not-staff' }])
  }
  if (against.kind === 'organisation' && !(await store.find(Partner, against.partner))) {
    throw new InvalidInput([{ pointer: '#/against/partner', code: 'unknown-partner' }])
  }
}

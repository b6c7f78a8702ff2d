import { clientIsActive } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Contended, InvalidInput } from '../core/errors.ts'
import type { Check } from '../db/commit.ts'
import { create } from '../db/event.ts'
import { Partner } from '../partners/schema.ts'
import { Staff } from '../staff/schema.ts'
import { handOffsOutOfSight } from '../tasks/out-of-sight.ts'
import { Directive, type DirectiveInput } from './schema.ts'

/**
 * Records a client's instruction to withhold: in force in every read from the moment it is written, of the records that
 * went into the client's as well.
 * @throws NotFound for a client who is not this centre's, or whom the caller may not see; InvalidInput against somebody
 *   whom this centre does not know, from whom nothing would be withheld.
 */
export async function setDirective(
  ctx: Context,
  input: DirectiveInput & { readonly client: string },
): Promise<Directive> {
  ctx.require('directives:set')
  const client = await ctx.store.get(Client, input.client)
  await checkAgainst(ctx, input.against)
  const directive: Directive = {
    ...input,
    id: ctx.id('directive'),
    version: 1,
    ...(client.mergedFrom.length > 0 && { formerly: client.mergedFrom }),
    since: input.since ?? ctx.today,
    status: 'active',
    recordedAt: ctx.now,
    recordedBy: ctx.actor.id,
  }
  const facts = { scope: input.scope.kind, against: input.against.kind }
  return ctx.store.commit([create(Directive, directive, 'set', facts), ...(await handOffsOutOfSight(ctx, directive))], {
    checks: [clientIsAsRead(client)],
  })
}

/** A merge in the same instant has this run again: the directive is to cover what came with it. */
function clientIsAsRead(client: Client): Check {
  const { refusal, ...active } = clientIsActive(client.id)
  return {
    ...active,
    version: client.version,
    refusal: (isThere, now) =>
      (now as Client | undefined)?.status === 'active' ? new Contended() : refusal(isThere, now),
  }
}

async function checkAgainst({ store }: Context, against: Directive['against']): Promise<void> {
  if (against.kind === 'person' && !(await store.find(Staff, against.staff))) {
    throw new InvalidInput([{ pointer: '#/against/staff', code: 'not-staff' }])
  }
  if (against.kind === 'organisation' && !(await store.find(Partner, against.partner))) {
    throw new InvalidInput([{ pointer: '#/against/partner', code: 'unknown-partner' }])
  }
}

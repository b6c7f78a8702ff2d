import { clientIsActive } from '../clients/active.ts'
import { dependents } from '../clients/merge.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { create } from '../db/event.ts'
import { Statement, type StatementInput } from './schema.ts'

/**
 * Attaches a client's statement of disagreement to the record, or to one entry of it.
 * @throws NotFound for a client whom the caller may not see; Conflict `client-merged`; InvalidInput for an entry that is
 *   not of this client's record.
 */
export async function attachStatement(
  ctx: Context,
  input: StatementInput & { readonly client: string },
): Promise<Statement> {
  ctx.require('statements:attach')
  const { client, words, entity = client } = input
  const kind = await kindOfEntry(ctx, client, entity)
  const statement: Statement = {
    id: ctx.id('statement'),
    version: 1,
    client,
    kind,
    entity,
    words,
    attachedAt: ctx.now,
    attachedBy: ctx.actor.id,
  }
  return ctx.store.commit([create(Statement, statement, 'attached', { about: entity })], {
    checks: [clientIsActive(client)],
  })
}

async function kindOfEntry(ctx: Context, client: string, entity: string): Promise<string> {
  await ctx.store.get(Client, client)
  if (entity === client) return Client.name
  const kind = dependents.find(({ name }) => entity.startsWith(`${name}_`))
  const entry = kind && (await ctx.store.find(kind, entity))
  if (entry?.client !== client) throw new InvalidInput([{ pointer: '#/entity', code: 'unknown-entry' }])
  return kind?.name ?? ''
}

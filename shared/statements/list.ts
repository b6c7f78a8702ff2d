import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import type { Statement } from './schema.ts'

/**
 * A client's statements of disagreement, the oldest first.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listStatements(ctx: Context, client: string): Promise<{ items: Statement[] }> {
  ctx.require('clients:read')
  const [items] = await Promise.all([
    ctx.store.queryAll<Statement>({ index: 'client', partition: `CLIENT#${client}`, begins: 'STATEMENT#' }),
    ctx.store.get(Client, client),
  ])
  return { items }
}

import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import type { Directive } from './schema.ts'

/**
 * A client's directives, in force and lifted.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listDirectives(ctx: Context, client: string): Promise<{ items: Directive[] }> {
  ctx.require('directives:read')
  const [items] = await Promise.all([
    ctx.store.queryAll<Directive>({ index: 'client', partition: `CLIENT#${client}`, begins: 'DIRECTIVE#' }),
    ctx.store.get(Client, client),
  ])
  return { items }
}

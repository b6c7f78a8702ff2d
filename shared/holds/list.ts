import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import type { TenantStore } from '../db/store.ts'
import type { Hold } from './schema.ts'

/**
 * A client's legal holds, standing and lifted.
 * @throws NotFound for a client whom the caller may not see.
 */
export async function listHolds(ctx: Context, client: string): Promise<{ items: Hold[] }> {
  ctx.require('holds:read')
  const [items] = await Promise.all([
    ctx.store.queryAll<Hold>({ index: 'client', partition: `CLIENT#${client}`, begins: 'HOLD#' }),
    ctx.store.get(Client, client),
  ])
  return { items }
}

/** Whether a legal hold stands at this moment on any of these records, which are one person's. */
export async function isHeld(store: TenantStore, clients: readonly string[]): Promise<boolean> {
  const standing = await Promise.all(
    clients.map((client) => store.query<Hold>({ partition: `HELD#${client}`, consistent: true, limit: 1 })),
  )
  return standing.some(({ items }) => items.length > 0)
}

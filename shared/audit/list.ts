import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import type { Page } from '../db/query.ts'
import { entriesOfDay } from './day.ts'
import type { AuditEntry } from './schema.ts'

interface ListAudit {
  readonly client?: string | undefined
  readonly actor?: string | undefined
  readonly day?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * The centre's audit log: of one client's record, of one person's doings (both newest first), or of one day
 * of the centre's calendar (oldest first).
 * @throws InvalidInput unless asked by exactly one of the three.
 */
export async function listAudit(ctx: Context, { client, actor, day, ...page }: ListAudit): Promise<Page<AuditEntry>> {
  ctx.require('audit:read')
  if ([client, actor, day].filter((given) => given !== undefined).length !== 1) {
    throw new InvalidInput([{ pointer: '/query', code: 'audit-one-way' }])
  }
  const table = 'audit'
  if (client)
    return ctx.store.query({ table, index: 'client', partition: `CLIENT#${client}`, descending: true, ...page })
  if (actor) return ctx.store.query({ table, index: 'actor', partition: `ACTOR#${actor}`, descending: true, ...page })
  return ctx.store.page(await entriesOfDay(ctx, day ?? ''), `AUDIT#${day}`, page)
}

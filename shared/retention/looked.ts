import type { Context } from '../core/context.ts'
import { adjust, type Change } from '../db/event.ts'
import { Retention, retentionId } from './schema.ts'

/**
 * A new version of a client's entry in the list of retentions, to be committed with a decision about keeping the record:
 * of two such decisions in the same instant, the later runs again and sees the earlier.
 * @param over whether nothing is to come due any more.
 */
export async function looked(ctx: Context, client: string, over = false): Promise<Change<Retention>> {
  const id = retentionId(client)
  const before = await ctx.store.asCustodian().find(Retention, id)
  const from = over ? undefined : before?.from
  return adjust(Retention, before, { id, version: (before?.version ?? 0) + 1, client, ...(from && { from }) })
}

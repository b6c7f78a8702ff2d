import { closedRecord } from '../clients/active.ts'
import { Client } from '../clients/schema.ts'
import type { Context } from '../core/context.ts'
import { Conflict, NotFound } from '../core/errors.ts'

/**
 * A client whose record is told to the client as a whole: what is handed over leaves nothing out, so it is prepared by
 * somebody from whom nothing of it is withheld, or who may disclose whatever is withheld from whom. Seen as the
 * custodian sees it; whoever calls says so in the audit log.
 * @throws NotFound for a client whom the caller may not see; Conflict `withheld-in-part`, `client-merged`.
 */
export async function wholeRecordOf(ctx: Context, id: string): Promise<Client> {
  const store = ctx.store.asCustodian()
  const [client, withheld] = await Promise.all([
    store.get(Client, id),
    ctx.permissions.has('clients:disclose') ? 'nothing' : ctx.store.withheldOf(id),
  ])
  if (withheld === 'all') throw new NotFound()
  if (withheld === 'part') throw new Conflict('withheld-in-part')
  if (client.status === 'merged') throw closedRecord(client)
  return client
}

import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { patched } from '../core/patch.ts'
import { formerValues } from '../corrections/keep.ts'
import { CorrectionReason } from '../corrections/schema.ts'
import { change } from '../db/event.ts'
import { closedRecord } from './active.ts'
import { checkBirthDate } from './birth-date.ts'
import { Client, ClientSchema } from './schema.ts'

const fields = ClientSchema.omit({
  id: true,
  version: true,
  status: true,
  mergedInto: true,
  mergedFrom: true,
  createdAt: true,
})

/** Only what is named changes; null takes an optional field away. `reason` says why, where that is worth a word. */
export const UpdateClientInput = fields.partial().extend({
  pronouns: fields.shape.pronouns.nullable(),
  birthDate: fields.shape.birthDate.nullable(),
  chartNumber: fields.shape.chartNumber.nullable(),
  town: fields.shape.town.nullable(),
  position: fields.shape.position.nullable(),
  ...CorrectionReason.shape,
})
export type UpdateClientInput = z.infer<typeof UpdateClientInput>

/**
 * Changes what is on file about a client, and keeps what stood there. The event names the fields, never their content.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `client-merged`; InvalidInput for a birth date
 *   in the future.
 */
export async function updateClient(
  ctx: Context,
  { id, ifMatch, changes }: { readonly id: string; readonly ifMatch: number; readonly changes: UpdateClientInput },
): Promise<Client> {
  ctx.require('clients:update')
  checkBirthDate(ctx, changes.birthDate ?? undefined)
  const client = await ctx.store.get(Client, id, { ifMatch })
  if (client.status !== 'active') throw closedRecord(client)
  const { reason, ...given } = changes
  const updated = patched(client, given)
  return ctx.store.commit([
    change(Client, client, updated, 'updated', { fields: Object.keys(given) }),
    ...formerValues(ctx, Client, client, updated, { client: id, reason }),
  ])
}

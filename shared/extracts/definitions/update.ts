import type { Context } from '../../core/context.ts'
import { patched } from '../../core/patch.ts'
import { change } from '../../db/event.ts'
import { resolved } from '../period.ts'
import { ExtractDefinition, type UpdateExtractDefinition } from '../schema.ts'
import { definitionInUse, type SeenDefinition } from './in-use.ts'

/**
 * Gives a definition another name, or other choices. What was taken by it stays as it was. The event names the fields.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `definition-removed`; InvalidInput for a period
 *   that ends before it begins, or spans more than three years.
 */
export async function updateDefinition(
  ctx: Context,
  { changes, ...seen }: SeenDefinition & { readonly changes: UpdateExtractDefinition },
): Promise<ExtractDefinition> {
  ctx.require('extracts:define')
  const definition = await definitionInUse(ctx, seen)
  const updated = patched(definition, changes)
  resolved(updated.period, ctx.today, '#/period')
  return ctx.store.commit([change(ExtractDefinition, definition, updated, 'updated', { fields: Object.keys(changes) })])
}

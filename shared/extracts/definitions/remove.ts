import type { Context } from '../../core/context.ts'
import { change } from '../../db/event.ts'
import { ExtractDefinition } from '../schema.ts'
import { definitionInUse, type SeenDefinition } from './in-use.ts'

/**
 * Takes a definition out of use: no list has it any more. What was taken by it stays as it was.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `definition-removed` for one that is so already.
 */
export async function removeDefinition(ctx: Context, seen: SeenDefinition): Promise<ExtractDefinition> {
  ctx.require('extracts:define')
  const definition = await definitionInUse(ctx, seen)
  const removed: ExtractDefinition = { ...definition, status: 'removed', version: definition.version + 1 }
  return ctx.store.commit([change(ExtractDefinition, definition, removed, 'removed')])
}

import type { Context } from '../../core/context.ts'
import { Conflict } from '../../core/errors.ts'
import { ExtractDefinition } from '../schema.ts'

/** A definition that the caller has seen in this version. */
export interface SeenDefinition {
  readonly id: string
  readonly ifMatch: number
}

/**
 * The definition, as one that may still change.
 * @throws NotFound; PreconditionFailed when `ifMatch` is stale; Conflict `definition-removed`.
 */
export async function definitionInUse(ctx: Context, seen: SeenDefinition): Promise<ExtractDefinition> {
  const definition = await ctx.store.get(ExtractDefinition, seen.id, seen)
  if (definition.status === 'removed') throw new Conflict('definition-removed')
  return definition
}

import type { Context } from '../../core/context.ts'
import { create } from '../../db/event.ts'
import { resolved } from '../period.ts'
import { ExtractDefinition, type ExtractDefinitionInput } from '../schema.ts'

/**
 * Keeps choices under a name, for everybody at the centre who takes extracts. The event does not repeat the name.
 * @throws InvalidInput for a period that ends before it begins, or spans more than three years.
 */
export async function saveDefinition(ctx: Context, input: ExtractDefinitionInput): Promise<ExtractDefinition> {
  ctx.require('extracts:define')
  resolved(input.period, ctx.today, '#/period')
  const { figures, audience } = input
  const definition: ExtractDefinition = {
    ...input,
    id: ctx.id('extract-definition'),
    version: 1,
    status: 'active',
    savedAt: ctx.now,
    savedBy: ctx.actor.id,
  }
  return ctx.store.commit([create(ExtractDefinition, definition, 'saved', { figures, audience })])
}

import type * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { measureFaults } from './measures.ts'
import { Centre, CentreSettings } from './schema.ts'

/** Only what is named changes. */
export const UpdateSettingsInput = CentreSettings.partial()
export type UpdateSettingsInput = z.infer<typeof UpdateSettingsInput>

/**
 * Changes what the centre decides for itself. It holds for every request within a minute.
 * @returns the centre with its new settings.
 * @throws PreconditionFailed when `ifMatch` is stale; InvalidInput for a measure that we do not know, or one named twice.
 */
export async function updateSettings(
  ctx: Context,
  { ifMatch, changes }: { readonly ifMatch: number; readonly changes: UpdateSettingsInput },
): Promise<Centre> {
  ctx.require('centre:write')
  const faults = measureFaults(changes.measures ?? [], '#/measures')
  if (faults.length > 0) throw new InvalidInput(faults)
  const centre = await ctx.store.get(Centre, ctx.tenant, { ifMatch })
  const settings = { ...centre.settings, ...changes } as Centre['settings']
  const after = { ...centre, settings, version: centre.version + 1 }
  return ctx.store.commit([change(Centre, centre, after, 'settings-changed', { fields: Object.keys(changes) })])
}

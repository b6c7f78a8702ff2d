import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { change } from '../db/event.ts'
import { measureFaults } from './measures.ts'
import { Centre, CentreSettings, CentreTexts } from './schema.ts'

const { shape: texts } = CentreTexts

/** Only what is named changes, text by text; null takes a text, or who hears of opened locks, away. */
export const UpdateSettingsInput = CentreSettings.partial().extend({
  privacyOfficer: CentreSettings.shape.privacyOfficer.nullable(),
  texts: z
    .strictObject({
      consentToShare: texts.consentToShare.nullable(),
      consentToMessages: texts.consentToMessages.nullable(),
      consentToEvaluation: texts.consentToEvaluation.nullable(),
      printHeader: texts.printHeader.nullable(),
      printNavigator: texts.printNavigator.nullable(),
      whatNext: texts.whatNext.nullable(),
    })
    .optional(),
})
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
  const after = { ...centre, settings: changed(centre.settings, changes), version: centre.version + 1 }
  return ctx.store.commit([change(Centre, centre, after, 'settings-changed', { fields: Object.keys(changes) })])
}

function changed(settings: Centre['settings'], { texts, ...changes }: UpdateSettingsInput): Centre['settings'] {
  const after = present({ ...settings, ...changes }) as Centre['settings']
  return texts === undefined ? after : { ...after, texts: present({ ...settings.texts, ...texts }) }
}

function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}

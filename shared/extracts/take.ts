import * as z from 'zod'
import type { Context } from '../core/context.ts'
import { InvalidInput } from '../core/errors.ts'
import { id } from '../core/text.ts'
import { adjust, create } from '../db/event.ts'
import { dictionaryVersion, wholeDictionary } from '../insights/dictionary.ts'
import { readInsights } from '../insights/read.ts'
import { chosenLines } from '../insights/read-figures.ts'
import { Staff } from '../staff/schema.ts'
import { resolved } from './period.ts'
import { Choices, ExtractDefinition, KeptDictionary, TakenExtract } from './schema.ts'

/** By a definition that was saved, or by choices made for this once. */
export const TakeInput = z.strictObject({
  definition: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('saved'), id: id('extract-definition') }),
    Choices.extend({ kind: z.literal('choices') }),
  ]),
})
export type TakeInput = z.infer<typeof TakeInput>

/**
 * Takes figures out: they are kept as they are at this moment, with who took them and for whom, and the words of the
 * data dictionary of this version with them. Noted in the audit log as an export.
 * @throws InvalidInput `unknown-definition` for one that is not there, or was removed; or for a period that ends before it
 *   begins or spans more than three years.
 */
export async function takeExtract(ctx: Context, { definition }: TakeInput): Promise<TakenExtract> {
  ctx.require('extracts:take')
  const { choices, by } = await chosen(ctx, definition)
  const period = resolved(choices.period, ctx.today, '#/definition/period')
  const [insights, taker, kept] = await Promise.all([
    readInsights(ctx, period),
    ctx.store.get(Staff, ctx.actor.id),
    ctx.store.find(KeptDictionary, dictionaryVersion),
  ])
  const { figures, audience } = choices
  const extract: TakenExtract = {
    id: ctx.id('extract'),
    version: 1,
    takenAt: ctx.now,
    takenBy: { id: taker.id, name: taker.name },
    centre: { id: ctx.centre.id, name: ctx.centre.name },
    ...(by && { definition: by }),
    figures,
    audience,
    period,
    dictionary: dictionaryVersion,
    lines: chosenLines(insights, choices),
  }
  await ctx.store.auditAccess({ access: 'export', client: undefined, information: ['figures'] })
  const words = { id: dictionaryVersion, version: 1, en: wholeDictionary('en'), fr: wholeDictionary('fr') }
  return ctx.store.commit([
    create(TakenExtract, extract, 'taken', { figures, audience, ...period, dictionary: dictionaryVersion }),
    ...(kept === undefined ? [adjust(KeptDictionary, undefined, words)] : []),
  ])
}

async function chosen(
  ctx: Context,
  definition: TakeInput['definition'],
): Promise<{ choices: Choices; by?: TakenExtract['definition'] }> {
  if (definition.kind === 'choices') return { choices: definition }
  const saved = await ctx.store.find(ExtractDefinition, definition.id)
  if (saved?.status !== 'active') {
    throw new InvalidInput([{ pointer: '#/definition/id', code: 'unknown-definition' }])
  }
  const { id, version, name } = saved
  return { choices: saved, by: { id, version, name } }
}

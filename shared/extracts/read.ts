import type { Context } from '../core/context.ts'
import { type Dictionary, KeptDictionary, TakenExtract } from './schema.ts'

/**
 * An extract with its figures, as they were when it was taken: again an export, and noted as one.
 * @throws NotFound
 */
export async function readExtract(ctx: Context, id: string): Promise<TakenExtract> {
  ctx.require('extracts:read')
  const extract = await ctx.store.get(TakenExtract, id)
  await ctx.store.auditAccess({ access: 'export', client: undefined, information: ['figures'] })
  return extract
}

/** The data dictionary that an extract goes by. */
export interface DictionaryOf {
  readonly extract: string
  readonly dictionary: string
  readonly entries: Dictionary
}

/**
 * The words of the data dictionary in the version that an extract was taken with, in the reader's language.
 * @throws NotFound
 */
export async function readDictionary(ctx: Context, id: string): Promise<DictionaryOf> {
  ctx.require('extracts:read')
  const { dictionary } = await ctx.store.get(TakenExtract, id)
  const words = await ctx.store.get(KeptDictionary, dictionary)
  return { extract: id, dictionary, entries: words[ctx.locale] }
}
